import asyncio
from collections.abc import AsyncIterator
from datetime import timedelta
from email import message_from_bytes, policy

import pytest
from aiosmtpd.smtp import SMTP
from asyncpg.exceptions import CheckViolationError

from amigok_chassis import clock
from identity.mails import service as mails
from identity.settings import Settings


class Postbox:
    """A mail server that keeps what it takes and refuses whom it is told to."""

    def __init__(self):
        self.messages = []
        self.refusal = ""
        self.port = 0

    async def handle_RCPT(self, server, session, envelope, address, options):
        if self.refusal:
            return self.refusal
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server, session, envelope):
        self.messages.append(message_from_bytes(envelope.original_content, policy=policy.default))
        return "250 kept"


@pytest.fixture
async def postbox(monkeypatch) -> AsyncIterator[Postbox]:
    box = Postbox()
    server = await asyncio.get_running_loop().create_server(lambda: SMTP(box, hostname="localhost"), "127.0.0.1", 0)
    box.port = server.sockets[0].getsockname()[1]
    monkeypatch.setenv("IDENTITY_SMTP_URL", f"smtp://127.0.0.1:{box.port}")
    yield box
    server.close()
    await server.wait_closed()


async def test_a_mail_is_sent_once_and_its_text_erased(postbox, visitor):
    await visitor.register()
    (text,) = await visitor.mails()
    await asyncio.gather(*(visitor.rig.run_task("send_mail") for _ in range(4)))
    (message,) = postbox.messages
    assert message["To"] == "ada@amigok.test"
    assert message["Message-ID"]
    assert message.get_content().splitlines() == text.splitlines()
    assert await visitor.mails() == [""]
    clock.set_offset(timedelta(hours=1))
    await visitor.rig.run_task("send_mail")
    assert len(postbox.messages) == 1


async def test_the_link_arrives_in_one_piece(postbox, visitor):
    await visitor.register()
    token, code = await visitor.proof()
    await visitor.rig.run_task("send_mail")
    lines = postbox.messages[0].get_content().splitlines()
    assert f"http://127.0.0.1:8000/verify-email?token={token}" in lines
    assert f"or enter this code: {code}" in lines


async def test_what_could_not_be_sent_is_sent_later(postbox, visitor):
    await visitor.register()
    postbox.refusal = "451 come back later"
    await visitor.rig.run_task("send_mail")
    postbox.refusal = ""
    await visitor.rig.run_task("send_mail")
    assert postbox.messages == []
    clock.set_offset(timedelta(seconds=3))
    await visitor.rig.run_task("send_mail")
    assert len(postbox.messages) == 1


async def test_a_mail_whose_sender_died_is_sent_when_its_reservation_is_over(postbox, visitor):
    await visitor.register()
    await visitor.rig.db.fetch("UPDATE mails SET attempts = 1, due_at = now() + interval '60 seconds'")
    await visitor.rig.run_task("send_mail")
    assert postbox.messages == []
    clock.set_offset(timedelta(seconds=61))
    await visitor.rig.run_task("send_mail")
    assert len(postbox.messages) == 1


async def test_a_mail_refused_for_good_is_given_up(postbox, visitor):
    await visitor.register()
    postbox.refusal = "550 no such user"
    await visitor.rig.run_task("send_mail")
    rows = await visitor.rig.db.fetch("SELECT sent_at, abandoned_at, text FROM mails")
    assert rows[0]["sent_at"] is None
    assert rows[0]["abandoned_at"] is not None
    assert rows[0]["text"] == ""


async def test_an_unreachable_mail_server_loses_nothing(visitor):
    await visitor.register()
    visitor.rig.context.use(Settings(smtp_url="smtp://127.0.0.1:1"))
    await visitor.rig.run_task("send_mail")
    assert "token=" in (await visitor.mails())[0]


async def test_a_mail_nobody_takes_for_a_day_is_given_up(visitor):
    await visitor.register()
    clock.set_offset(timedelta(hours=25))
    await visitor.rig.run_task("send_mail")
    assert await visitor.mails() == [""]


async def test_a_mail_that_waits_for_its_turn_cannot_be_lost(visitor):
    await visitor.register()
    with pytest.raises(CheckViolationError):
        await visitor.rig.db.fetch("UPDATE mails SET due_at = NULL")


async def test_the_mail_of_somebody_who_was_deleted_meanwhile_is_not_sent_and_does_no_harm(postbox, visitor):
    await visitor.register()
    ((mail_id,),) = await visitor.rig.db.fetch("SELECT id FROM mails")
    await visitor.rig.db.fetch("DELETE FROM mails")
    await mails.send(visitor.rig.context, mail_id)
    assert postbox.messages == []
