"""What changes about an order reaches the apps of its parties."""

from uuid import uuid4

import pytest

from amigok_chassis.testing import Rig
from amigok_contracts import Money
from amigok_contracts.identity import UserDeleted
from amigok_contracts.marketplace import OrderCompleted, OrderPlaced
from notification.stream import hub
from services.notification.tests.listening import Client, Event, listening

ORDER, PRICE = uuid4(), Money.of_minor(24000, "USD")
COMPLETED = OrderCompleted(order_id=ORDER, listing_id=uuid4(), livestock_id=uuid4(), price=PRICE, aggregate_version=2)


@pytest.fixture(autouse=True)
def hurry(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(hub, "LOOK_SECONDS", 0.02)


def placed(buyer, seller=None) -> OrderPlaced:
    return OrderPlaced(
        order_id=ORDER,
        listing_id=uuid4(),
        livestock_id=uuid4(),
        buyer_id=buyer,
        seller_id=seller,
        price=PRICE,
        fee=Money.of_minor(600, "USD"),
        aggregate_version=1,
    )


async def changes(rig: Rig, client: Client, count: int) -> list[str]:
    await rig.run_task("number_entries")
    told: list[Event] = []
    while len(told) < count:
        event = await client.next()
        assert event is not None
        told += [event] if event.name == "order" else []
    assert {event.data["id"] for event in told} == {str(ORDER)}
    return [event.data["change"] for event in told]


async def test_both_parties_hear_of_each_change(rig: Rig) -> None:
    anna, ben = uuid4(), uuid4()
    async with listening(rig, anna) as buyer, listening(rig, ben) as seller:
        for client in (buyer, seller):
            await client.ready()
        await rig.deliver(placed(anna, ben), COMPLETED)
        assert await changes(rig, buyer, 2) == await changes(rig, seller, 2) == ["placed", "completed"]


async def test_a_change_that_is_heard_of_first_is_told_when_the_parties_are_known(rig: Rig) -> None:
    anna = uuid4()
    async with listening(rig, anna) as buyer:
        await buyer.ready()
        await rig.deliver(COMPLETED, placed(anna))
        assert await changes(rig, buyer, 1) == ["completed"]


async def test_what_comes_again_under_another_id_is_told_once(rig: Rig) -> None:
    anna = uuid4()
    await rig.deliver(placed(anna), COMPLETED)
    before = await rig.db.fetch("SELECT * FROM stream_entries ORDER BY id")
    await rig.deliver(COMPLETED, placed(anna), COMPLETED)
    assert await rig.db.fetch("SELECT * FROM stream_entries ORDER BY id") == before != []


async def test_who_is_deleted_is_no_party_any_more(rig: Rig) -> None:
    anna = uuid4()
    await rig.deliver(placed(anna), UserDeleted(user_id=anna, role="investor", status="deleted"))
    assert [row["buyer_id"] for row in await rig.db.fetch("SELECT buyer_id FROM orders")] == [None]
