"""Use cases of orders: their parties' clients are told of changes, in whatever order these are heard of."""

from uuid import UUID

from sqlalchemy import update
from sqlalchemy.dialects.postgresql import Insert, insert

from amigok_chassis import clock
from amigok_chassis.unit_of_work import UnitOfWork
from notification.orders.models import Order
from notification.stream import service as stream

EVENT = "order"


async def placed(db: UnitOfWork, order_id: UUID, *, buyer_id: UUID, seller_id: UUID | None) -> None:
    """Notes whom an order concerns, and has them told of its last change, which may have come before this."""
    parties = {"buyer_id": buyer_id, "seller_id": seller_id}
    new = insert(Order).values(id=order_id, change="placed", changed_at=clock.now(), **parties)
    await _tell(db, await _kept(db, new.on_conflict_do_update(index_elements=["id"], set_=parties)))


async def changed(db: UnitOfWork, order_id: UUID, change: str) -> None:
    """Has the parties of an order told that it changed. Who hears of it reads the order anew."""
    values = {"change": change, "changed_at": clock.now()}
    new = insert(Order).values(id=order_id, **values)
    await _tell(db, await _kept(db, new.on_conflict_do_update(index_elements=["id"], set_=values)))


async def forget(db: UnitOfWork, user_id: UUID) -> None:
    """Erases which orders were a user's."""
    for party in (Order.buyer_id, Order.seller_id):
        await db.execute(update(Order).where(party == user_id).values({party: None}))


async def _kept(db: UnitOfWork, row: Insert) -> Order:
    kept = await db.scalars(row.returning(Order), execution_options={"populate_existing": True})
    return kept.one()


async def _tell(db: UnitOfWork, order: Order) -> None:
    told = {"id": str(order.id), "change": order.change}
    parties = [party for party in (order.buyer_id, order.seller_id) if party is not None]
    await stream.push(db, EVENT, dict.fromkeys(parties, told))
