"""Holds: an order's price set aside, then captured to the seller or released."""

from datetime import timedelta
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncSession

from amigok_chassis import clock
from amigok_chassis.ids import new_id
from amigok_chassis.outbox import emit
from amigok_contracts import Money
from amigok_contracts.wallet import HoldCaptured, HoldPlaced, HoldRefused, HoldReleased
from wallet.ledger import Leg, lock, post
from wallet.models import Hold, account_id
from wallet.service import open_accounts

EXPIRY = timedelta(days=7)
"""How long a hold may lie. An order ends within minutes, so this only frees what nobody will ever ask for."""


async def place(db: AsyncSession, *, order_id: UUID, user_id: UUID, amount: Money) -> None:
    """Sets the price of an order aside, or refuses with a reason; once per order, whatever is sent again."""
    balances = await lock(db, [user_id])
    available = balances.get(account_id(user_id, "available", amount.currency))
    reason = None
    if available is None:
        reason = "wallet_missing"
    elif available < amount.minor:
        reason = "insufficient_funds"
    hold = await _record(db, order_id=order_id, user_id=user_id, amount=amount, refused=reason)
    if hold is None:
        return
    if reason is not None:
        emit(db, HoldRefused(order_id=order_id, user_id=user_id, reason=reason))
        return
    legs = [Leg(user_id, "available", -amount.minor), Leg(user_id, "held", amount.minor)]
    await post(db, legs, kind="hold", currency=amount.currency, reference_id=order_id, initiated_by=user_id)
    emit(
        db,
        HoldPlaced(hold_id=hold.id, order_id=order_id, user_id=user_id, amount=amount, expires_at=hold.expires_at),
    )


async def capture(
    db: AsyncSession, *, order_id: UUID, user_id: UUID, seller_id: UUID | None, amount: Money, fee: Money
) -> None:
    """Pays the seller from the hold, less the fee, and frees what is left. A captured hold stays as it is.

    The animal is the buyer's already: if the hold expired meanwhile, its price is taken from what is available.
    Raises LookupError when there is no such hold, HoldEnded when it was released, InsufficientFunds.
    """
    if seller_id is not None:
        await open_accounts(db, user_id=seller_id, currency=amount.currency)
    await lock(db, [user_id] if seller_id is None else [user_id, seller_id])
    hold = await _locked(db, order_id)
    if hold is None:
        raise LookupError(f"no hold for order {order_id}")
    if hold.state == "captured":
        return
    source = "available" if hold.state == "expired" else "held"
    hold.capture(amount.minor, now=clock.now())
    legs = [
        Leg(hold.user_id, source, -hold.amount),
        Leg(hold.user_id, "available", hold.amount - amount.minor),
        Leg(seller_id, "available" if seller_id else "sales", amount.minor - fee.minor),
        Leg(None, "revenue", fee.minor),
    ]
    transfer_id = await post(
        db, legs, kind="capture", currency=hold.currency, reference_id=order_id, initiated_by=hold.user_id
    )
    emit(
        db,
        HoldCaptured(
            hold_id=hold.id, order_id=order_id, transfer_id=transfer_id, user_id=hold.user_id,
            seller_id=seller_id, amount=amount, fee=fee,
        ),
    )  # fmt: skip


async def cancel(db: AsyncSession, *, order_id: UUID, user_id: UUID, amount: Money, reason: str) -> None:
    """Frees what is held for an order that ended. If nothing is yet, nothing ever will be."""
    await lock(db, [user_id])
    await _record(db, order_id=order_id, user_id=user_id, amount=amount, refused="order_cancelled")
    hold = await _locked(db, order_id)
    if hold is not None and hold.state == "placed":
        await _release(db, hold, reason=reason)


async def expire(db: AsyncSession, *, limit: int = 100) -> int:
    """Frees holds that have lain too long. Returns how many."""
    overdue = select(Hold).where(Hold.state == "placed", Hold.expires_at < clock.now())
    found = (await db.scalars(overdue.order_by(Hold.expires_at).limit(limit))).all()
    await lock(db, [hold.user_id for hold in found])
    still = overdue.where(Hold.id.in_([hold.id for hold in found])).with_for_update()
    holds = (await db.scalars(still.execution_options(populate_existing=True))).all()
    for hold in holds:
        await _release(db, hold, reason="expired")
    return len(holds)


async def _release(db: AsyncSession, hold: Hold, *, reason: str) -> None:
    hold.release(reason, now=clock.now())
    legs = [Leg(hold.user_id, "held", -hold.amount), Leg(hold.user_id, "available", hold.amount)]
    await post(db, legs, kind="release", currency=hold.currency, reference_id=hold.order_id)
    emit(
        db,
        HoldReleased(hold_id=hold.id, order_id=hold.order_id, user_id=hold.user_id, amount=hold.money, reason=reason),
    )


async def _locked(db: AsyncSession, order_id: UUID) -> Hold | None:
    return await db.scalar(select(Hold).where(Hold.order_id == order_id).with_for_update())


async def _record(
    db: AsyncSession, *, order_id: UUID, user_id: UUID, amount: Money, refused: str | None
) -> Hold | None:
    """The hold of an order, unless it has one."""
    now = clock.now()
    return await db.scalar(
        insert(Hold)
        .values(
            id=new_id(), order_id=order_id, user_id=user_id, currency=amount.currency, amount=amount.minor,
            captured=0, state="refused" if refused else "placed", reason=refused,
            expires_at=now + EXPIRY, created_at=now, ended_at=now if refused else None,
        )
        .on_conflict_do_nothing(index_elements=[Hold.order_id])
        .returning(Hold)
    )  # fmt: skip
