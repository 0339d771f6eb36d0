"""What time triggers."""

from datetime import timedelta
from uuid import UUID

from amigok_chassis import housekeeping
from amigok_chassis.context import Context
from amigok_chassis.due import poller
from amigok_chassis.service import every
from amigok_chassis.unit_of_work import UnitOfWork
from identity.outgoing.service import give_up
from identity.sms import service
from identity.sms.models import Sms

USEFUL = timedelta(minutes=10)
"""How long an SMS may be late. After that, the code in it is not valid any more."""


@poller(Sms, give_up=give_up(Sms, age=USEFUL))
async def send_sms(context: Context, sms_id: UUID) -> None:
    """Sends an SMS that is due."""
    await service.send(context, sms_id)


@every(300)
async def forget_sms(db: UnitOfWork) -> None:
    """Deletes SMS after a week, in bounded batches."""
    await housekeeping.forget(db, Sms.created_at, older_than=timedelta(days=7))
