"""Mails over SMTP: what a server may do to one."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from email.message import EmailMessage
from typing import Any

import pytest
from aiosmtpd.smtp import SMTP

from amigok_chassis import clock, smtp
from amigok_chassis.ids import new_id


@asynccontextmanager
async def server(answer: Callable[[Any], str]) -> AsyncIterator[str]:
    """A mail server that has taken a whole mail, and answers so."""

    class Handler:
        async def handle_DATA(self, server: Any, *_: object) -> str:
            return answer(server)

    listening = await asyncio.get_running_loop().create_server(lambda: SMTP(Handler()), "127.0.0.1", 0)
    try:
        yield f"smtp://127.0.0.1:{listening.sockets[0].getsockname()[1]}"
    finally:
        listening.close()


def letter() -> EmailMessage:
    sender = "Amigok <no-reply@amigok.test>"
    message = smtp.letter(new_id(), sender=sender, to="ada@amigok.test", subject="Sold", at=clock.now())
    message.set_content("Sold.")
    return message


async def test_whether_a_mail_was_taken_is_uncertain_when_the_server_hangs_up_after_it() -> None:
    def hang_up(server: Any) -> str:
        server.transport.abort()
        return "250 kept"

    async with server(hang_up) as url:
        with pytest.raises(smtp.Uncertain):
            await smtp.send(url, letter())


async def test_a_mail_that_the_server_declines_was_not_sent() -> None:
    async with server(lambda _: "451 later") as url:
        with pytest.raises(smtp.NotSent) as declined:
            await smtp.send(url, letter())
    assert not isinstance(declined.value, smtp.Uncertain)
