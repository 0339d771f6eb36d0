"""The steps of the demonstration in which somebody is told what happens: in the app at once, then by mail and push."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import aclosing, asynccontextmanager
from dataclasses import dataclass
from datetime import timedelta
from functools import partial
from pathlib import Path

from amigok import doubles, mailbox
from amigok.client import Person, usd
from amigok.movable_clock import Clock
from amigok.stage import Stage
from amigok.state import State
from amigok_chassis.patience import PATIENCE, until
from amigok_client import StreamEvent
from amigok_client.api import contacts, notice_preferences, notification_devices, profiles, transfers
from amigok_client.models import ConsentIn, NotificationDeviceIn, TransferIn, WebPushIn

GATHERED = timedelta(minutes=10)
"""So long a message waits for others of its group."""


@dataclass(frozen=True)
class Browser:
    """A browser of the double's, and how the fleet reaches it."""

    state: State
    endpoint: str

    async def shows(self) -> list[dict[str, object]]:
        """The messages, as its service worker got them."""
        return (await asyncio.to_thread(doubles.pushed, self.state))["browsers"][self.endpoint]


async def subscribe(state: State, person: Person) -> Browser:
    """A browser of this person's gets messages from now on."""
    key = (await person.send(notification_devices.read_web_push_key())).public_key
    web_push = WebPushIn.from_dict(await asyncio.to_thread(doubles.subscribe, state, application_key=key))
    device = NotificationDeviceIn("Firefox on Linux", web_push=web_push)
    await person.send(notification_devices.register_notification_device(body=device))
    return Browser(state, web_push.endpoint)


@asynccontextmanager
async def listening(person: Person) -> AsyncIterator[AsyncIterator[StreamEvent]]:
    """What the stream tells this person from now on."""
    async with aclosing(person.listen()) as events:
        await awaited(events, "ready")
        yield events


async def awaited(events: AsyncIterator[StreamEvent], name: str) -> StreamEvent:
    """The next event of this name. Raises TimeoutError."""
    async with asyncio.timeout(PATIENCE):
        while (event := await anext(events)).name != name:
            pass
        return event


async def tell(stage: Stage, state: State, reader: Person, friend: Person, clock: Clock) -> None:
    """A friend sends money; the reader, who asked for it, hears of it in three ways."""
    await reader.send(contacts.change_contact_consent(body=ConsentIn(email=True, phone=False)))
    browser = await subscribe(state, reader)
    await until(partial(_reachable, reader, "email", "push"))
    stage.fact(f"{reader.name} wants mails, and push messages in a browser")
    async with listening(reader) as events:
        await friend.send(transfers.transfer(body=TransferIn(usd("5.00"), recipient_id=reader.id)))
        notice = (await awaited(events, "notice")).data
    stage.fact(f"at once, on the stream: {notice['text']}")
    email = (await reader.send(profiles.show_me())).email
    before = _mails(state, email)
    await clock.advance(GATHERED)
    shown = await until(browser.shows)
    stage.fact(f"after ten minutes, in the browser: {shown[-1]['title']}: {shown[-1]['body']}")
    mails = await until(partial(_newer, state, email, before))
    stage.fact(f"and by mail: {mailbox.read(mails[0])['Subject']}")


async def _reachable(person: Person, *channels: str) -> bool:
    """Whether notification has heard of an address in each of these channels."""
    return {*channels} <= {*(await person.send(notice_preferences.show_notice_preferences())).reachable}


def _mails(state: State, email: str) -> list[Path]:
    return list(mailbox.newest(mailbox.folder(state), email))


async def _newer(state: State, email: str, before: list[Path]) -> list[Path]:
    """All of them, newest first, as soon as there is one more."""
    now = await asyncio.to_thread(_mails, state, email)
    return now if len(now) > len(before) else []
