"""What time triggers."""

from datetime import timedelta

from amigok_chassis import housekeeping
from amigok_chassis.context import Context
from amigok_chassis.service import every, task
from amigok_chassis.unit_of_work import UnitOfWork
from identity.settings import Settings
from identity.sms import service
from identity.sms.models import Sms

OF_USE = timedelta(minutes=10)
"""How long an SMS may be late: the code in it is not valid any longer."""


@task(0.5)
async def send_sms(context: Context) -> None:
    """Sends the SMS that are due."""
    await service.send_due(context.db, context.http, context.settings(Settings))


@every(300)
async def forget_sms(db: UnitOfWork) -> None:
    """Gives up SMS that are too late, and deletes all of them after a week, in bounded batches."""
    await service.abandon_old(db, older_than=OF_USE)
    await housekeeping.forget(db, Sms.created_at, older_than=timedelta(days=7))
