"""Where mail lands in the local run: a small SMTP server that keeps each message as a file."""

from __future__ import annotations

import asyncio
import itertools
import os
import re
import signal
from collections.abc import Iterator
from email import policy
from email.message import EmailMessage
from email.parser import BytesParser
from pathlib import Path
from typing import TYPE_CHECKING

from amigok import ports
from amigok.processes import fork
from amigok.state import State
from amigok.supervisor import Task

if TYPE_CHECKING:
    from aiosmtpd.smtp import SMTP, Envelope, Session


def folder(state: State) -> Path:
    return state.subfolder("mail")


def task(state: State) -> Task:
    ports.settle(state.ports, ["mail"])
    port, target, log = state.ports["mail"], folder(state), state.log("mail")
    return Task(
        name="mail",
        kind="server",
        launch=lambda: fork("mail", lambda: serve(port, target), log=log, environment=dict(os.environ)),
        ready=lambda: ports.accepts(port),
        log=log,
        port=port,
        grace=5,
    )


class Keep:
    """Writes `<n>-<recipient>.eml` for each recipient of each message."""

    def __init__(self, target: Path) -> None:
        self._target = target
        self._numbers = itertools.count(max((number(path) for path in target.glob("*.eml")), default=0) + 1)

    async def handle_DATA(self, server: SMTP, session: Session, envelope: Envelope) -> str:
        content = envelope.original_content or b""
        for recipient in envelope.rcpt_tos:
            name = f"{next(self._numbers):05d}-{re.sub(r'[^A-Za-z0-9@.+_-]', '_', recipient)}.eml"
            draft = self._target / f".{name}"
            draft.write_bytes(content)
            draft.rename(self._target / name)
        return "250 kept"


def serve(port: int, target: Path) -> None:
    """Accept mail on 127.0.0.1 until SIGTERM."""
    asyncio.run(_serve(port, target))


async def _serve(port: int, target: Path) -> None:
    from aiosmtpd.smtp import SMTP

    loop, ended = asyncio.get_running_loop(), asyncio.Event()
    loop.add_signal_handler(signal.SIGTERM, ended.set)
    keep = Keep(target)
    server = await loop.create_server(lambda: SMTP(keep, hostname="localhost"), "127.0.0.1", port)
    await ended.wait()
    server.close()


def number(path: Path) -> int:
    return int(path.name.partition("-")[0])


def newest(target: Path, recipient: str | None = None) -> Iterator[Path]:
    """The kept messages, newest first, of one recipient or all."""
    for path in sorted(target.glob("*.eml"), reverse=True):
        if recipient is None or path.stem.partition("-")[2].lower() == recipient.lower():
            yield path


def read(path: Path) -> EmailMessage:
    message = BytesParser(policy=policy.default).parsebytes(path.read_bytes())
    assert isinstance(message, EmailMessage)
    return message
