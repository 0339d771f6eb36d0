"""What the wallet does when others say something."""

from collections.abc import Sequence

from sqlalchemy.ext.asyncio import AsyncSession

from amigok_chassis.consumer import Reject
from amigok_chassis.service import on
from amigok_contracts import Event
from amigok_contracts.identity import UserEmailVerified
from amigok_contracts.marketplace import OrderCancelled, OrderFulfilled, OrderPlaced
from wallet import ledger, orders, service
from wallet.errors import HoldEnded

FIRST_CURRENCY = "USD"
"""What every wallet begins with; others are opened by the first credit or sale in them."""


@on(UserEmailVerified)
async def user_email_verified(event: UserEmailVerified, db: AsyncSession) -> None:
    await service.open_accounts(db, user_id=event.user_id, currency=FIRST_CURRENCY)


@on(OrderPlaced)
async def order_placed(event: OrderPlaced, db: AsyncSession) -> None:
    await orders.hold_price(db, order_id=event.order_id, user_id=event.buyer_id, amount=event.price)


@on(OrderFulfilled)
async def order_fulfilled(event: OrderFulfilled, db: AsyncSession) -> None:
    try:
        await orders.capture(
            db,
            order_id=event.order_id,
            user_id=event.buyer_id,
            seller_id=event.seller_id,
            amount=event.price,
            fee=event.fee,
        )
    except (LookupError, HoldEnded) as error:
        raise Reject(str(error)) from error


@on(OrderCancelled)
async def order_cancelled(event: OrderCancelled, db: AsyncSession) -> None:
    await orders.cancel(db, order_id=event.order_id, user_id=event.buyer_id, amount=event.price, reason=event.reason)


async def lock_accounts(events: Sequence[Event], db: AsyncSession) -> None:
    """Locks every account that a batch of order events may touch, so that batches wait but never deadlock."""
    owners = {
        owner
        for event in events
        for owner in (getattr(event, "buyer_id", None), getattr(event, "seller_id", None))
        if owner is not None
    }
    await ledger.lock(db, owners)
