"""Mails leave over SMTP, as `outgoing` says; one that is sent twice has the same Message-ID."""

import asyncio
from email.message import EmailMessage
from email.utils import format_datetime, formataddr, parseaddr
from urllib.parse import unquote, urlsplit

import aiosmtplib
import structlog
from asyncpg import Record

from amigok_chassis import clock
from amigok_chassis.db import Database
from amigok_chassis.unit_of_work import UnitOfWork
from identity.mails.models import Mail
from identity.outgoing.queue import Queue
from identity.settings import Settings

log = structlog.get_logger()

TIMEOUT_SECONDS = 10
SENDING_SECONDS = 45


_queue = Queue(Mail)
may_receive = _queue.may_receive
abandon_old = _queue.abandon_old


def write(db: UnitOfWork, *, recipient: str, subject: str, text: str) -> None:
    """Has a mail sent if and only if the transaction commits."""
    _queue.write(db, recipient=recipient, subject=subject, text=text)


async def send_due(db: Database, settings: Settings) -> None:
    """Sends what is due, over one connection; what fails is tried again, each time after a longer pause."""
    due = await _queue.due(db, clock.now())
    if not due:
        return
    try:
        async with asyncio.timeout(SENDING_SECONDS), _smtp(settings) as smtp:
            for mail in due:
                await _send(db, smtp, mail, sender=settings.mail_from)
    except (aiosmtplib.SMTPException, OSError, TimeoutError) as error:
        log.warning("mail.delayed", error=type(error).__name__)
    await _queue.postpone(db, due)


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


async def _send(db: Database, smtp: aiosmtplib.SMTP, mail: Record, *, sender: str) -> None:
    try:
        await smtp.send_message(_message(mail, sender))
    except aiosmtplib.SMTPRecipientsRefused as error:
        if all(refusal.code >= 500 for refusal in error.recipients):
            await _queue.abandon(db, mail["id"])
        log.warning("mail.refused", mail_id=mail["id"], reply=[each.code for each in error.recipients])
    except aiosmtplib.SMTPResponseException as error:
        log.warning("mail.refused", mail_id=mail["id"], reply=error.code)
    else:
        await _queue.sent(db, mail["id"])
        log.info("mail.sent", mail_id=mail["id"])


def _message(mail: Record, sender: str) -> EmailMessage:
    message = EmailMessage()
    message["From"] = formataddr(parseaddr(sender))
    message["To"] = mail["recipient"]
    message["Subject"] = mail["subject"]
    message["Date"] = format_datetime(mail["created_at"])
    message["Message-ID"] = f"<{mail['id']}@{parseaddr(sender)[1].rpartition('@')[2]}>"
    message["Auto-Submitted"] = "auto-generated"
    message.set_content(mail["text"])
    return message
