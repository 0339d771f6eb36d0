"""Mail leaves like events do: written in the transaction that wants it, sent afterwards.

Sending is reserve, commit, send, mark. Whoever crashes between sending and marking leaves a mail that is sent a second
time when its reservation has run out, with the same Message-ID; none is lost.
"""

import asyncio
from datetime import timedelta
from email.message import EmailMessage
from email.utils import format_datetime, formataddr, parseaddr
from urllib.parse import unquote, urlsplit

import aiosmtplib
import structlog
from asyncpg import Record
from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession

from amigok_chassis import clock
from amigok_chassis.db import Database
from amigok_chassis.ids import new_id
from identity.models import Mail
from identity.settings import Settings

log = structlog.get_logger()

HOURLY = 5
"""So many mails an hour go to one address, whoever asks for them."""

BATCH = 20
TIMEOUT_SECONDS = 10
RESERVATION = timedelta(seconds=60)
SENDING_SECONDS = 45
LONGEST_PAUSE = timedelta(minutes=10)

_RESERVE = """
UPDATE mails SET attempts = attempts + 1, next_attempt_at = $2 WHERE id IN (
    SELECT id FROM mails WHERE sent_at IS NULL AND abandoned_at IS NULL AND next_attempt_at <= $1
    ORDER BY next_attempt_at LIMIT $3 FOR UPDATE SKIP LOCKED)
RETURNING id, recipient, subject, text, created_at
"""
_SENT = "UPDATE mails SET sent_at = $1, text = '' WHERE id = $2 AND sent_at IS NULL AND abandoned_at IS NULL"
_ABANDON = "UPDATE mails SET abandoned_at = $1, text = '' WHERE id = $2 AND sent_at IS NULL AND abandoned_at IS NULL"
_POSTPONE = """
UPDATE mails
SET next_attempt_at = CAST($1 AS timestamptz) + least(interval '1 second' * power(2, least(attempts, 20)), $2)
WHERE id = ANY($3) AND sent_at IS NULL AND abandoned_at IS NULL
"""


async def may_receive(db: AsyncSession, recipient: str) -> bool:
    """Whether the address has had fewer mails in the last hour than it may: nobody can flood it through us."""
    recent = select(func.count()).where(
        func.lower(Mail.recipient) == func.lower(recipient), Mail.created_at > clock.now() - timedelta(hours=1)
    )
    return (await db.scalar(recent) or 0) < HOURLY


def write(db: AsyncSession, *, recipient: str, subject: str, text: str) -> None:
    """Has a mail sent if and only if the transaction commits."""
    now = clock.now()
    db.add(Mail(id=new_id(), recipient=recipient, subject=subject, text=text, created_at=now, next_attempt_at=now))


async def send_due(db: Database, settings: Settings) -> None:
    """Sends what is due, over one connection; what fails is tried again, each time after a longer pause."""
    now = clock.now()
    due = await db.fetch(_RESERVE, now, now + RESERVATION, BATCH)
    if not due:
        return
    try:
        async with asyncio.timeout(SENDING_SECONDS), _smtp(settings) as smtp:
            for mail in due:
                await _send(db, smtp, mail, sender=settings.mail_from)
    except (aiosmtplib.SMTPException, OSError, TimeoutError) as error:
        log.warning("mail.delayed", error=type(error).__name__)
    await db.fetch(_POSTPONE, clock.now(), LONGEST_PAUSE, [mail["id"] for mail in due])


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
            await db.fetch(_ABANDON, clock.now(), mail["id"])
        log.warning("mail.refused", mail_id=mail["id"], reply=[each.code for each in error.recipients])
    except aiosmtplib.SMTPResponseException as error:
        log.warning("mail.refused", mail_id=mail["id"], reply=error.code)
    else:
        await db.fetch(_SENT, clock.now(), mail["id"])
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
