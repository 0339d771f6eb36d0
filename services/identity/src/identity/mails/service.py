"""Writes mails, and sends them over SMTP. A mail that is sent twice has the same Message-ID."""

from email.message import EmailMessage
from email.utils import format_datetime, formataddr, parseaddr
from urllib.parse import unquote, urlsplit
from uuid import UUID

import aiosmtplib
import structlog

from amigok_chassis.context import Context
from amigok_chassis.due import NotYet
from amigok_chassis.unit_of_work import UnitOfWork
from identity.mails.models import Mail
from identity.outgoing import service as outgoing
from identity.settings import Settings

log = structlog.get_logger()

TIMEOUT_SECONDS = 10


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
    settings = context.settings(Settings)
    try:
        async with _smtp(settings) as smtp:
            await smtp.send_message(_message(mail, settings.mail_from))
    except aiosmtplib.SMTPRecipientsRefused as error:
        replies = [refusal.code for refusal in error.recipients]
        log.warning("mail.refused", mail_id=mail.id, reply=replies)
        if any(code < 500 for code in replies):
            raise NotYet("refused for now") from error
        await outgoing.was_refused(context.db, Mail, mail.id)
    except (aiosmtplib.SMTPException, OSError, TimeoutError) as error:
        raise NotYet(type(error).__name__) from error
    else:
        await outgoing.was_sent(context.db, Mail, mail.id)
        log.info("mail.sent", mail_id=mail.id)


def _smtp(settings: Settings) -> aiosmtplib.SMTP:
    url = urlsplit(settings.smtp_url.get_secret_value())
    return aiosmtplib.SMTP(
        hostname=url.hostname or "127.0.0.1",
        port=url.port,
        username=unquote(url.username) if url.username else None,
        password=unquote(url.password) if url.password else None,
        use_tls=url.scheme == "smtps",
        timeout=TIMEOUT_SECONDS,
    )


def _message(mail: Mail, sender: str) -> EmailMessage:
    message = EmailMessage()
    message["From"] = formataddr(parseaddr(sender))
    message["To"] = mail.recipient
    message["Subject"] = mail.subject
    message["Date"] = format_datetime(mail.created_at)
    message["Message-ID"] = f"<{mail.id}@{parseaddr(sender)[1].rpartition('@')[2]}>"
    message["Auto-Submitted"] = "auto-generated"
    message.set_content(mail.text)
    return message
