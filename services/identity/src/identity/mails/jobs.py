"""What time triggers."""

from datetime import timedelta
from uuid import UUID

from amigok_chassis import housekeeping
from amigok_chassis.context import Context
from amigok_chassis.due import poller
from amigok_chassis.service import every
from amigok_chassis.unit_of_work import UnitOfWork
from identity.mails import service
from identity.mails.models import Mail
from identity.outgoing.service import give_up

USEFUL = timedelta(hours=24)
"""How long a mail may be late. After that, no link in it is valid any more."""


@poller(Mail, give_up=give_up(Mail, age=USEFUL))
async def send_mail(context: Context, mail_id: UUID) -> None:
    """Sends a mail that is due."""
    await service.send(context, mail_id)


@every(300)
async def forget_mails(db: UnitOfWork) -> None:
    """Deletes mails after a week, in bounded batches."""
    await housekeeping.forget(db, Mail.created_at, older_than=timedelta(days=7))
