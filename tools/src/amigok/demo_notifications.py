"""The steps of the demonstration in which somebody is told what happens: in the app at once, then by mail and push."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import aclosing, asynccontextmanager
from dataclasses import dataclass
from email.message import EmailMessage
from functools import partial

from amigok import doubles, mailbox
from amigok.client import Person, usd
from amigok.stage import Stage
from amigok.state import State
from amigok_chassis.patience import PATIENCE, until
from amigok_client import StreamEvent
from amigok_client.api import contacts, notice_preferences, notification_devices, profiles, transfers
from amigok_client.models import ConsentIn, NotificationDeviceIn, TransferIn, WebPushIn


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


async def tell(stage: Stage, state: State, reader: Person, friend: Person) -> None:
    """A friend sends money; the reader, who asked for it, hears of it in three ways."""
    await reader.send(contacts.change_contact_consent(body=ConsentIn(email=True, phone=False)))
    browser = await subscribe(state, reader)
    await until(partial(_reachable, reader, "email", "push"))
    stage.fact(f"{reader.name} wants mails, and push messages in a browser")
    email = (await reader.send(profiles.show_me())).email
    async with listening(reader) as events:
        await friend.send(transfers.transfer(body=TransferIn(usd("5.00"), recipient_id=reader.id)))
        notice = (await awaited(events, "notice")).data
    stage.fact(f"at once, on the stream: {notice['text']}")
    shown = await until(browser.shows)
    stage.fact(f"in the browser: {shown[-1]['title']}: {shown[-1]['body']}")
    mail = await until(partial(_mail, state, email, subject=shown[-1]["title"]))
    stage.fact(f"and by mail: {mail['Subject']}")


async def _reachable(person: Person, *channels: str) -> bool:
    """Whether notification has heard of an address in each of these channels."""
    return {*channels} <= {*(await person.send(notice_preferences.show_notice_preferences())).reachable}


async def _mail(state: State, email: str, *, subject: object) -> EmailMessage | None:
    """The newest mail to somebody with this subject."""

    def newest() -> EmailMessage | None:
        mails = map(mailbox.read, mailbox.newest(mailbox.folder(state), email))
        return next((mail for mail in mails if mail["Subject"] == subject), None)

    return await asyncio.to_thread(newest)
