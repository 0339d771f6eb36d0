"""Mails over SMTP: one message, one connection. A mail that is sent twice has the same Message-ID."""

from datetime import datetime
from email.message import EmailMessage
from email.utils import format_datetime, formataddr, parseaddr
from typing import Any
from urllib.parse import unquote, urlsplit
from uuid import UUID

import aiosmtplib

TIMEOUT_SECONDS = 10


class Refused(Exception):
    """The server does not take the mail for this recipient, and never will."""


class NotSent(Exception):
    """The mail could not be sent now, or nobody knows whether it was."""


class Uncertain(NotSent):
    """The whole mail was handed over, and nothing came back: the server has it, or not."""


def letter(id: UUID, *, sender: str, to: str, subject: str, at: datetime) -> EmailMessage:
    """The head of a mail; the caller sets its content. `sender` is `Name <address>`."""
    message = EmailMessage()
    message["From"] = formataddr(parseaddr(sender))
    message["To"] = to
    message["Subject"] = subject
    message["Date"] = format_datetime(at)
    message["Message-ID"] = f"<{id}@{parseaddr(sender)[1].rpartition('@')[2]}>"
    message["Auto-Submitted"] = "auto-generated"
    return message


async def send(url: str, message: EmailMessage) -> None:
    """Sends a mail to its one recipient.

    `url` is `smtp://[user:password@]host:port` (STARTTLS where the server offers it) or `smtps://...`. Raises Refused,
    NotSent; Uncertain where only sending it again could tell.
    """
    try:
        async with _server(url) as server:
            await server.send_message(message)
    except aiosmtplib.SMTPRecipientsRefused as error:
        replies = [refusal.code for refusal in error.recipients]
        raise (NotSent if any(code < 500 for code in replies) else Refused)(f"replies {replies}") from error
    except (aiosmtplib.SMTPException, OSError, TimeoutError) as error:
        raise NotSent(type(error).__name__) from error


class _Server(aiosmtplib.SMTP):
    async def data(self, message: str | bytes, /, **options: Any) -> aiosmtplib.SMTPResponse:
        try:
            return await super().data(message, **options)
        except (aiosmtplib.SMTPServerDisconnected, aiosmtplib.SMTPTimeoutError) as error:
            raise Uncertain(type(error).__name__) from error


def _server(url: str) -> _Server:
    parts = urlsplit(url)
    return _Server(
        hostname=parts.hostname or "127.0.0.1",
        port=parts.port,
        username=unquote(parts.username) if parts.username else None,
        password=unquote(parts.password) if parts.password else None,
        use_tls=parts.scheme == "smtps",
        timeout=TIMEOUT_SECONDS,
    )
