"""Mail is kept as one file for each recipient."""

from __future__ import annotations

import asyncio
from pathlib import Path

from aiosmtpd.smtp import SMTP, Envelope, Session

from amigok.mailbox import Keep, newest, read


def deliver(keep: Keep, subject: str, *recipients: str) -> None:
    async def handle() -> None:
        envelope = Envelope()
        envelope.original_content = f"Subject: {subject}\r\n\r\nhello\r\n".encode()
        envelope.rcpt_tos = list(recipients)
        loop = asyncio.get_running_loop()
        await keep.handle_DATA(SMTP(keep, loop=loop), Session(loop), envelope)

    asyncio.run(handle())


def test_the_newest_mail_to_a_recipient_is_found(tmp_path: Path) -> None:
    deliver(Keep(tmp_path), "first", "ann@farm.test", "bob@farm.test")
    deliver(Keep(tmp_path), "second", "ann@farm.test")
    assert [read(path)["Subject"] for path in newest(tmp_path, "ANN@farm.test")] == ["second", "first"]
    assert [read(path)["Subject"] for path in newest(tmp_path, "bob@farm.test")] == ["first"]


def test_a_recipient_cannot_name_a_path(tmp_path: Path) -> None:
    deliver(Keep(tmp_path), "escape", "../../x@farm.test")
    assert [path.parent for path in tmp_path.rglob("*.eml")] == [tmp_path]
