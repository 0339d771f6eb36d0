"""What the marketplace says about orders and identity about people, and what the farm does about it."""

from collections.abc import Sequence

from sqlalchemy.ext.asyncio import AsyncSession

from amigok_chassis.service import on
from amigok_contracts import Event
from amigok_contracts.identity import UserDeleted
from amigok_contracts.marketplace import OrderConfirmed, OrderTimedOut
from farm import erasure, subjects, transfers


@on(OrderConfirmed)
async def order_confirmed(event: OrderConfirmed, db: AsyncSession) -> None:
    """The price is held: transfer the animal, or refuse with reasons."""
    await transfers.decide(
        db,
        order_id=event.order_id,
        livestock_id=event.livestock_id,
        buyer_id=event.buyer_id,
        seller_id=event.seller_id,
        price=event.price,
        transfer_by=event.transfer_by,
    )


@on(OrderTimedOut)
async def order_timed_out(event: OrderTimedOut, db: AsyncSession) -> None:
    """The marketplace waits no longer: an order that was not decided is refused."""
    await transfers.expire(db, order_id=event.order_id, livestock_id=event.livestock_id)


async def lock_animals(events: Sequence[Event], db: AsyncSession) -> None:
    """Before a batch: all its animals in one order, then their farms, so that two replicas cannot deadlock."""
    orders = [event for event in events if isinstance(event, OrderConfirmed | OrderTimedOut)]
    animals = await subjects.lock_animals(db, {order.livestock_id for order in orders})
    await subjects.hold_farms(db, animals.values())


@on(UserDeleted)
async def user_deleted(event: UserDeleted, db: AsyncSession) -> None:
    """The person is forgotten: so are the texts that tell of them."""
    await erasure.forget(db, event.user_id)
