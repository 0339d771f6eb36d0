"""People who can be reached, and a mail server that keeps what it takes."""

from asyncio import get_running_loop
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from email import message_from_bytes, policy
from email.message import EmailMessage
from typing import Any
from uuid import UUID, uuid4

from aiosmtpd.smtp import SMTP

from amigok_chassis import clock
from amigok_chassis.testing import Rig
from notification.addresses import service as addresses
from notification.deliveries import service as deliveries
from notification.notices.telling import Telling

TURN = timedelta(seconds=1)
"""After so long somebody may try again who found enough waiting for the provider."""


@dataclass
class Postbox:
    """Keeps mails; while `refusal` is set, refuses them with it. `refused` counts those."""

    messages: list[EmailMessage] = field(default_factory=list)
    refusal: str = ""
    refused: int = 0

    async def handle_RCPT(self, server: Any, session: Any, envelope: Any, address: str, options: Any) -> str:
        if self.refusal:
            self.refused += 1
            return self.refusal
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server: Any, session: Any, envelope: Any) -> str:
        message: Any = message_from_bytes(envelope.original_content, policy=policy.default)
        self.messages.append(message)
        return "250 kept"

    @property
    def subjects(self) -> list[str]:
        return [message["Subject"] for message in self.messages]

    def text(self, number: int = -1) -> str:
        """The plain text of a mail."""
        part: Any = self.messages[number].get_body(("plain",))
        content: str = part.get_content()
        return content


@asynccontextmanager
async def postbox() -> AsyncIterator[tuple[Postbox, str]]:
    """A mail server with its URL."""
    box = Postbox()
    server = await get_running_loop().create_server(lambda: SMTP(box, hostname="localhost"), "127.0.0.1", 0)
    yield box, f"smtp://127.0.0.1:{server.sockets[0].getsockname()[1]}"
    server.close()
    await server.wait_closed()


@dataclass
class Town:
    """A rig with a mail server, and people in it."""

    rig: Rig
    post: Postbox

    async def user(self) -> UUID:
        """Somebody who agreed to mails."""
        user_id = await self.rig.is_known(uuid4())
        async with self.rig.db.unit_of_work() as db:
            await addresses.keep(db, user_id=user_id, channel="email", value=f"{user_id}@amigok.test")
        return user_id

    async def tell(
        self, *user_ids: UUID, kind: str = "order_completed", source: str = "1", within: timedelta = timedelta()
    ) -> int:
        """Tells somebody something; returns how many new notices there are."""
        data = {"amount": {"amount": "240.00", "currency": "USD"}, "animal": "Sheep A-1", "measured_kg": "54.20"}
        telling = Telling(kind=kind, source=source, user_ids=user_ids, data=data, within=within)
        async with self.rig.db.unit_of_work() as db:
            return await deliveries.tell(db, telling)

    async def send(self) -> list[str]:
        """Sends what is due, also what waits for its turn at the provider. Returns the subjects of all mails so far."""
        await self.rig.run_task("send_delivery")
        while await self.rig.db.fetch("SELECT 1 FROM deliveries WHERE due_at <= $1", clock.now() + TURN):
            clock.set_offset(clock.offset() + TURN)
            await self.rig.run_task("send_delivery")
        return self.post.subjects

    async def wishes(self, user: UUID, **settings: Any) -> None:
        """Sets a user's language, time zone, quiet hours and digests."""
        body = {"language": "en", "time_zone": "UTC"} | settings
        answer = await self.rig.request("PUT", "/api/v1/notifications/settings", user=user, json=body)
        assert answer.status_code == 200, answer.text

    async def prefers(self, user: UUID, channel: str, mode: str, *, kind: str = "order_completed") -> None:
        """Sets how a user is told a kind by a channel."""
        body = {"changes": [{"kind": kind, "channel": channel, "mode": mode}]}
        answer = await self.rig.request("PUT", "/api/v1/notifications/preferences", user=user, json=body)
        assert answer.status_code == 200, answer.text


def move_to(moment: str) -> None:
    """Moves the clock to a moment."""
    clock.set_offset(clock.offset() + (datetime.fromisoformat(moment) - clock.now()))
