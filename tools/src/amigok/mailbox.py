"""Where mail and SMS land in the local run: a small SMTP and HTTP server that keeps each message as a file."""

from __future__ import annotations

import asyncio
import itertools
import json
import os
import re
import signal
from collections.abc import Iterator
from email import policy
from email.message import EmailMessage
from email.parser import BytesParser
from email.utils import localtime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import TYPE_CHECKING

from amigok import ports
from amigok.processes import fork
from amigok.state import State
from amigok.supervisor import Task

if TYPE_CHECKING:
    from aiosmtpd.smtp import SMTP, Envelope, Session


PORTS = ("mail", "sms")
LONGEST_SMS = 10_000


def folder(state: State) -> Path:
    return state.subfolder("mail")


def task(state: State) -> Task:
    ports.settle(state.ports, PORTS)
    port, sms_port, target, log = state.ports["mail"], state.ports["sms"], folder(state), state.log("mail")
    return Task(
        name="mail",
        kind="server",
        launch=lambda: fork("mail", lambda: serve(port, sms_port, target), log=log, environment=dict(os.environ)),
        ready=lambda: ports.accepts(port) and ports.accepts(sms_port),
        log=log,
        port=port,
        grace=5,
    )


def settings(state: State, service: str) -> dict[str, str]:
    """What tells a service of it; one that sends nothing does not look."""
    mail, sms = (state.ports[name] for name in PORTS)
    prefix = service.upper()
    return {f"{prefix}_SMTP_URL": f"smtp://127.0.0.1:{mail}", f"{prefix}_SMS_URL": f"http://127.0.0.1:{sms}/"}


class Keep:
    """Writes `<n>-<recipient>.eml` for each recipient of each message."""

    def __init__(self, target: Path) -> None:
        self._target = target
        self._numbers = itertools.count(max((number(path) for path in target.glob("[0-9]*.eml")), default=0) + 1)

    async def handle_DATA(self, server: SMTP, session: Session, envelope: Envelope) -> str:
        for recipient in envelope.rcpt_tos:
            self.write(recipient, envelope.original_content or b"")
        return "250 kept"

    def take_sms(self, *, to: str, text: str) -> None:
        """Keeps an SMS as a mail to the number."""
        message = EmailMessage(policy=policy.SMTP)
        message["To"], message["Subject"], message["Date"] = to, "SMS", localtime()
        message.set_content(text)
        self.write(to, message.as_bytes())

    def write(self, recipient: str, content: bytes) -> None:
        name = f"{next(self._numbers):05d}-{re.sub(r'[^A-Za-z0-9@.+_-]', '_', recipient)}.eml"
        draft = self._target / f".{name}"
        draft.write_bytes(content)
        draft.rename(self._target / name)


class SmsProvider(ThreadingHTTPServer):
    """Takes `POST {to, text, id}` as a provider of SMS does; one with the same id is taken once."""

    daemon_threads = True

    def __init__(self, port: int, keep: Keep) -> None:
        super().__init__(("127.0.0.1", port), _SmsRequest)
        self.keep, self.known = keep, set[str]()


class _SmsRequest(BaseHTTPRequestHandler):
    server: SmsProvider

    def do_POST(self) -> None:
        try:
            body = self.rfile.read(min(int(self.headers["Content-Length"]), LONGEST_SMS))
            sms = {name: str(value) for name, value in json.loads(body).items()}
            to, text, number = sms["to"], sms["text"], sms["id"]
            if number not in self.server.known:
                self.server.keep.take_sms(to=to, text=text)
                self.server.known.add(number)
        except (KeyError, TypeError, ValueError, AttributeError) as error:
            self.send_error(400, type(error).__name__)
        else:
            self.send_response(202)
            self.send_header("Content-Length", "0")
            self.end_headers()

    def log_message(self, *_: object) -> None:
        """Numbers do not belong into logs."""


def serve(port: int, sms_port: int, target: Path) -> None:
    """Accept mail and SMS on 127.0.0.1 until SIGTERM."""
    asyncio.run(_serve(port, sms_port, target))


async def _serve(port: int, sms_port: int, target: Path) -> None:
    from aiosmtpd.smtp import SMTP

    loop, ended = asyncio.get_running_loop(), asyncio.Event()
    loop.add_signal_handler(signal.SIGTERM, ended.set)
    keep = Keep(target)
    provider = SmsProvider(sms_port, keep)
    Thread(target=provider.serve_forever, daemon=True).start()
    server = await loop.create_server(lambda: SMTP(keep, hostname="localhost"), "127.0.0.1", port)
    await ended.wait()
    server.close()
    provider.shutdown()


def number(path: Path) -> int:
    return int(path.name.partition("-")[0])


def newest(target: Path, recipient: str | None = None) -> Iterator[Path]:
    """The kept messages, newest first, of one recipient or all."""
    for path in sorted(target.glob("[0-9]*.eml"), reverse=True):
        if recipient is None or path.stem.partition("-")[2].lower() == recipient.lower():
            yield path


def read(path: Path) -> EmailMessage:
    message = BytesParser(policy=policy.default).parsebytes(path.read_bytes())
    assert isinstance(message, EmailMessage)
    return message
