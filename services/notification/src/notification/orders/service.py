"""Use cases of orders: their parties' clients are told of changes, in whatever order these are heard of."""

from uuid import UUID

from sqlalchemy import update
from sqlalchemy.dialects.postgresql import Insert, insert

from amigok_chassis import clock
from amigok_chassis.unit_of_work import UnitOfWork
from notification.orders.models import Order
from notification.stream import service as stream

EVENT = "order"


async def placed(db: UnitOfWork, order_id: UUID, *, buyer_id: UUID, seller_id: UUID | None, version: int) -> None:
    """Notes, once, whom an order concerns, and has them told of its last change, which may have come before this."""
    known = {"buyer_id": buyer_id, "seller_id": seller_id, "placed": True}
    new = insert(Order).values(id=order_id, change="placed", version=version, changed_at=clock.now(), **known)
    await _tell(db, new.on_conflict_do_update(index_elements=["id"], set_=known, where=~Order.placed))


async def changed(db: UnitOfWork, order_id: UUID, change: str, *, version: int) -> None:
    """Has the parties of an order told of a newer change. Who hears of it reads the order anew."""
    values = {"change": change, "version": version, "changed_at": clock.now()}
    new = insert(Order).values(id=order_id, placed=False, **values)
    await _tell(db, new.on_conflict_do_update(index_elements=["id"], set_=values, where=Order.version < version))


async def forget(db: UnitOfWork, user_id: UUID) -> None:
    """Erases which orders were a user's."""
    for party in (Order.buyer_id, Order.seller_id):
        await db.execute(update(Order).where(party == user_id).values({party: None}))


async def _tell(db: UnitOfWork, row: Insert) -> None:
    """Writes a row and has its parties told, unless that changes nothing."""
    order = await db.scalar(row.returning(Order), execution_options={"populate_existing": True})
    if order is not None:
        told = {"id": str(order.id), "change": order.change}
        parties = [party for party in (order.buyer_id, order.seller_id) if party is not None]
        await stream.push(db, EVENT, dict.fromkeys(parties, told))
