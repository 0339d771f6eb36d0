"""Writes mails, and sends them over SMTP."""

from uuid import UUID

import structlog

from amigok_chassis import smtp
from amigok_chassis.context import Context
from amigok_chassis.due import NotYet
from amigok_chassis.unit_of_work import UnitOfWork
from identity.mails.models import Mail
from identity.outgoing import service as outgoing
from identity.settings import Settings

log = structlog.get_logger()


async def may_receive(db: UnitOfWork, recipient: str) -> bool:
    """Whether the address has received few enough mails in the last hour."""
    return await outgoing.may_receive(db, Mail, recipient)


def write(db: UnitOfWork, *, recipient: str, subject: str, text: str) -> None:
    """Has a mail sent if and only if the transaction commits."""
    outgoing.write(db, Mail, recipient=recipient, subject=subject, text=text)


async def send(context: Context, mail_id: UUID) -> None:
    """Sends a mail, unless it is settled already. Raises NotYet when it could not be sent now."""
    mail = await outgoing.unsettled(context.db, Mail, mail_id)
    if mail is None:
        return
    try:
        await _send(context.settings(Settings), mail)
    except smtp.Refused as error:
        log.warning("mail.refused", mail_id=mail.id, reason=str(error))
        await outgoing.was_refused(context.db, Mail, mail.id)
    except smtp.NotSent as error:
        raise NotYet(str(error)) from error
    else:
        await outgoing.was_sent(context.db, Mail, mail.id)
        log.info("mail.sent", mail_id=mail.id)


async def _send(settings: Settings, mail: Mail) -> None:
    letter = smtp.letter(
        mail.id, sender=settings.mail_from, to=mail.recipient, subject=mail.subject, at=mail.created_at
    )
    letter.set_content(mail.text)
    await smtp.send(settings.smtp_url.get_secret_value(), letter)
