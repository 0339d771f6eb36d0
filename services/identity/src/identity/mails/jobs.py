"""What time triggers."""

from datetime import timedelta

from amigok_chassis import housekeeping
from amigok_chassis.context import Context
from amigok_chassis.service import every, task
from amigok_chassis.unit_of_work import UnitOfWork
from identity.mails import service
from identity.mails.models import Mail
from identity.settings import Settings

OF_USE = timedelta(hours=24)
"""How long a mail may be late: no link in a mail that waits that long is valid any more."""


@task(0.5)
async def send_mails(context: Context) -> None:
    """Sends the mails that are due."""
    await service.send_due(context.db, context.settings(Settings))


@every(300)
async def forget_mails(db: UnitOfWork) -> None:
    """Gives up mails that are too late, and deletes all of them after a week, in bounded batches."""
    await service.abandon_old(db, older_than=OF_USE)
    await housekeeping.forget(db, Mail.created_at, older_than=timedelta(days=7))
