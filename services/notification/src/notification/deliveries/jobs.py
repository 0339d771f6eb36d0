"""What time triggers."""

from datetime import timedelta
from uuid import UUID

from amigok_chassis import housekeeping
from amigok_chassis.context import Context
from amigok_chassis.due import Backoff, GiveUp, poller
from amigok_chassis.service import every
from amigok_chassis.unit_of_work import UnitOfWork
from notification.deliveries import sending
from notification.deliveries.models import Delivery

USEFUL = timedelta(hours=24)
"""How long after its time a message is still worth sending."""

KEPT = timedelta(days=30)


@poller(
    Delivery,
    seconds=1,
    at_once=16,
    backoff=Backoff(first=timedelta(seconds=5), longest=timedelta(minutes=10)),
    give_up=GiveUp(sending.give_up, age=USEFUL, since="planned_at"),
)
async def send_delivery(context: Context, delivery_id: UUID) -> None:
    """Sends a message that is due."""
    await sending.send(context, delivery_id)


@every(60)
async def forget_deliveries(db: UnitOfWork) -> None:
    """Deletes old deliveries, in bounded batches."""
    await housekeeping.forget(db, Delivery.created_at, older_than=KEPT)
