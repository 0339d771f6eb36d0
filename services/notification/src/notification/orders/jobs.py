"""What time triggers."""

from amigok_chassis import housekeeping
from amigok_chassis.service import every
from amigok_chassis.unit_of_work import UnitOfWork
from notification.orders.models import Order
from notification.settings import Settings


@every(60)
async def forget_orders(db: UnitOfWork) -> None:
    """Deletes what nothing was heard of for long, in bounded batches."""
    await housekeeping.forget(db, Order.changed_at, older_than=db.settings(Settings).kept_for)
