"""The lock on orders: the first that a batch of events takes."""

from uuid import UUID

from sqlalchemy import literal
from sqlalchemy.dialects.postgresql import insert

from amigok_chassis.needs import Lock
from amigok_chassis.rows import listed
from amigok_chassis.unit_of_work import UnitOfWork
from payment.orders.models import Order


async def lock_orders(db: UnitOfWork, ids: set[UUID]) -> None:
    """Locks and loads orders by id, including those that no event has named before."""
    rows = insert(Order).from_select(["id", "state"], listed(ids).add_columns(literal("placed")))
    kept = rows.on_conflict_do_update(index_elements=[Order.id], set_={"state": Order.state}).returning(Order)
    db.hold(await db.scalars(kept, execution_options={"populate_existing": True}))


ORDERS = Lock(1, lock_orders)
"""By order id. Orders come before payments; an order's invoices are only written by the transaction that holds it."""
