"""People are told what happens: at once where they listen, later by push and mail, each fact once whatever dies."""

import asyncio
from functools import partial
from typing import Any
from uuid import UUID

from amigok import demo_notifications, mailbox
from amigok.client import Person, usd
from amigok.stage import Stage
from amigok_chassis.patience import until
from amigok_client import StreamEvent
from amigok_client.api import notices, transfers
from amigok_client.models import NoticeOut, TransferIn
from tests.e2e.conftest import paced

GIFTS = 40


async def give(giver: Person, to: UUID) -> None:
    await giver.send(transfers.transfer(body=TransferIn(usd("0.01"), recipient_id=to)))


async def test_who_listens_hears_of_their_order_while_it_goes_on_and_of_nobody_elses(fleet: Any) -> None:
    buyer, stranger = await fleet.person("buyer", money="50.00"), await fleet.person("stranger")
    [animal] = await fleet.flock(1, price="10.00")
    async with demo_notifications.listening(buyer) as hers, demo_notifications.listening(stranger) as others:
        order = await buyer.buy(animal)
        told = [await demo_notifications.awaited(hers, "order")]
        while told[-1].data["change"] != "completed":
            told.append(await demo_notifications.awaited(hers, "order"))
        assert {each.data["id"] for each in told} == {str(order.id)}
        await give(buyer, stranger.id)
        first = await demo_notifications.awaited(others, "notice")
        assert first.data["kind"] == "transfer_received"


async def test_each_fact_is_told_once_though_the_service_dies_and_messages_come_again(fleet: Any) -> None:
    reader, giver = await fleet.person("reader"), await fleet.person("giver", money="10.00")
    heard: list[StreamEvent] = []

    async def listen() -> None:
        async with demo_notifications.listening(reader) as events:
            async for event in events:
                heard.extend([event] if event.name == "notice" else [])

    listener = asyncio.create_task(listen())
    try:
        for _ in range(2):
            await paced(give(giver, reader.id) for _ in range(GIFTS // 2))
            pid = fleet.kill("notification")
            await until(partial(fleet.is_back, "notification", pid))
        gifts = await until(partial(_gifts, reader, GIFTS))
        await until(partial(_all_heard, heard, gifts))
    finally:
        listener.cancel()
    positions = [event.id for event in heard]
    assert positions == sorted(set(positions))
    await fleet.at_rest()
    assert sum(notice.size for notice in await _gifts(reader, GIFTS)) == GIFTS


async def test_a_friends_gift_is_told_on_the_stream_then_in_a_browser_and_by_mail(fleet: Any) -> None:
    reader, friend = await fleet.person("reader"), await fleet.person("friend", money="10.00")
    await demo_notifications.tell(Stage(), fleet.state, reader, friend)
    mails = [mailbox.read(path) for path in mailbox.newest(mailbox.folder(fleet.state))]
    about = [mail for mail in mails if mail["Subject"] == "You received money"]
    assert len(about) == 1
    assert "List-Unsubscribe" in about[0]


async def _gifts(reader: Person, count: int) -> list[NoticeOut]:
    """The notices of gifts, once they are about at least so many: those that came together are one."""
    items = (await reader.send(notices.list_notices(limit=100))).items
    gifts = [notice for notice in items if notice.kind == "transfer_received"]
    return gifts if sum(notice.size for notice in gifts) >= count else []


async def _all_heard(heard: list[StreamEvent], gifts: list[NoticeOut]) -> bool:
    """Whether the stream has told each as it is now."""
    latest = {event.data["id"]: event.data["size"] for event in heard}
    return all(latest.get(str(notice.id)) == notice.size for notice in gifts)
