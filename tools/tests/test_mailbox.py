"""Mail and SMS are kept as one file for each recipient."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from pathlib import Path
from threading import Thread

import httpx
import pytest
from aiosmtpd.smtp import SMTP, Envelope, Session

from amigok.mailbox import Keep, SmsProvider, newest, read


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


@pytest.fixture
def provider(tmp_path: Path) -> Iterator[str]:
    with SmsProvider(0, Keep(tmp_path)) as server:
        Thread(target=server.serve_forever, args=(0.01,)).start()
        yield f"http://127.0.0.1:{server.server_address[1]}/"
        server.shutdown()


def test_an_sms_is_a_message_to_its_number_and_kept_once(tmp_path: Path, provider: str) -> None:
    sms = {"to": "+84912345678", "text": "your code is 123456, ở đây", "id": "one"}
    for _ in range(2):
        assert httpx.post(provider, json=sms).status_code == 202
    assert httpx.post(provider, json={**sms, "to": "+84987654321", "id": "two"}).status_code == 202
    (path,) = newest(tmp_path, "+84912345678")
    assert read(path).get_content().strip() == sms["text"]
    assert read(path)["To"] == "+84912345678"
    assert len(list(newest(tmp_path))) == 2


@pytest.mark.parametrize("body", [b"", b"[]", b"{}", b"\xff", b'{"to": "+84912345678"}'])
def test_what_is_no_sms_is_refused(tmp_path: Path, provider: str, body: bytes) -> None:
    assert httpx.post(provider, content=body).status_code == 400
    assert list(newest(tmp_path)) == []
