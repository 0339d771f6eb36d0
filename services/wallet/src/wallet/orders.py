"""An order's price: held, then captured to the seller or released."""

from datetime import datetime, timedelta
from uuid import UUID

from sqlalchemy import select

from amigok_chassis import clock
from amigok_chassis.outbox import emit
from amigok_chassis.unit_of_work import UnitOfWork
from amigok_contracts import Money
from amigok_contracts.wallet import HoldCaptured, HoldPlaced, HoldRefused, HoldReleased
from wallet import holds
from wallet.exits import service as exits
from wallet.exits.queries import Exit
from wallet.ledger import Leg, lock
from wallet.models import Hold
from wallet.proceeds import service as proceeds
from wallet.service import open_accounts

EXPIRY = timedelta(days=7)
"""How long a hold may lie. An order ends within minutes, so this only frees what nobody will ever ask for."""


async def hold_price(db: UnitOfWork, *, order_id: UUID, user_id: UUID, amount: Money, exit: Exit | None = None) -> None:
    """Sets the price of an order aside, or refuses with a reason; once per order, whatever is sent again.

    `exit` is what the policy judges, and counts. Without it the money has just come in for this order, and stays in the
    wallet only if that is closed.
    """

    async def judge() -> str | None:
        return await exits.closed(db, user_id) if exit is None else (await exits.consider(db, exit)).refusal

    hold = await holds.place(
        db,
        purpose="order",
        reference_id=order_id,
        user_id=user_id,
        amount=amount,
        expires_at=_expiry(),
        initiated_by=user_id,
        judge=judge,
    )
    if hold is None:
        return
    if hold.reason is not None:
        emit(db, HoldRefused(order_id=order_id, user_id=user_id, reason=hold.reason))
        return
    assert hold.expires_at is not None
    emit(
        db,
        HoldPlaced(hold_id=hold.id, order_id=order_id, user_id=user_id, amount=amount, expires_at=hold.expires_at),
    )


async def refuse(db: UnitOfWork, *, order_id: UUID, user_id: UUID, amount: Money) -> None:
    """Refuses to hold a price whatever the buyer has, once; the reason tells nothing of who sells."""
    reason = "listing_not_active"
    hold = await holds.refuse(
        db, purpose="order", reference_id=order_id, user_id=user_id, amount=amount, expires_at=_expiry(), reason=reason
    )
    if hold is not None:
        emit(db, HoldRefused(order_id=order_id, user_id=user_id, reason=reason))


async def capture(
    db: UnitOfWork, *, order_id: UUID, user_id: UUID, seller_id: UUID | None, amount: Money, fee: Money
) -> None:
    """Pays the seller from the hold, less the fee, and frees what is left. A captured hold stays as it is.

    The animal is the buyer's already: if the hold expired meanwhile, its price is taken from what is available.
    Raises LookupError when there is no such hold, HoldEnded when it was released, InsufficientFunds.
    """
    if seller_id is not None:
        await open_accounts(db, user_id=seller_id, currency=amount.currency)
    await lock(db, [user_id] if seller_id is None else [user_id, seller_id])
    hold = await holds.locked(db, purpose="order", reference_id=order_id)
    if hold is None:
        raise LookupError(f"no hold for order {order_id}")
    if hold.state == "captured":
        return
    to = [
        Leg(seller_id, "available" if seller_id else "sales", amount.minor - fee.minor),
        Leg(None, "revenue", fee.minor),
    ]
    transfer_id = await holds.capture(db, hold, amount.minor, to, kind="capture", initiated_by=hold.user_id)
    if seller_id is not None:
        await proceeds.sold(db, order_id=order_id, seller_id=seller_id, minor=amount.minor - fee.minor)
    emit(
        db,
        HoldCaptured(
            hold_id=hold.id,
            order_id=order_id,
            transfer_id=transfer_id,
            user_id=hold.user_id,
            seller_id=seller_id,
            amount=amount,
            fee=fee,
        ),
    )


async def cancel(db: UnitOfWork, *, order_id: UUID, user_id: UUID, amount: Money, reason: str) -> None:
    """Frees what is held for an order that ended. If nothing is yet, nothing ever will be."""
    hold = await holds.end(
        db,
        purpose="order",
        reference_id=order_id,
        user_id=user_id,
        amount=amount,
        expires_at=_expiry(),
        instead="order_cancelled",
        reason=reason,
    )
    if hold is not None:
        await _released(db, hold, reason)


async def expire(db: UnitOfWork, *, limit: int = 100) -> int:
    """Frees holds that have lain too long. Returns how many."""
    overdue = select(Hold).where(Hold.state == "placed", Hold.expires_at < clock.now())
    found = (await db.scalars(overdue.order_by(Hold.expires_at).limit(limit))).all()
    await lock(db, [hold.user_id for hold in found])
    still = overdue.where(Hold.id.in_([hold.id for hold in found])).with_for_update()
    expired = (await db.scalars(still.execution_options(populate_existing=True))).all()
    for hold in expired:
        await holds.release(db, hold, reason="expired")
        await _released(db, hold, "expired")
    return len(expired)


async def _released(db: UnitOfWork, hold: Hold, reason: str) -> None:
    await exits.undo(db, purpose="purchase", reference_id=hold.reference_id, user_id=hold.user_id)
    emit(
        db,
        HoldReleased(
            hold_id=hold.id, order_id=hold.reference_id, user_id=hold.user_id, amount=hold.money, reason=reason
        ),
    )


def _expiry() -> datetime:
    return clock.now() + EXPIRY
