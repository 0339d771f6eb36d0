"""Which events tell whom what."""

from datetime import timedelta
from typing import Any
from uuid import UUID, uuid4

import pytest

from amigok_chassis import clock
from amigok_chassis.inbox import Retry
from amigok_chassis.testing import Rig
from amigok_contracts.examples import example
from amigok_contracts.farm import FarmChanged, FarmStaffChanged, LivestockRegistered, LivestockWeighed
from amigok_contracts.game_contests import ContestCancelled, ContestOpened, EntryAdmitted, EntryWithdrawn
from amigok_contracts.marketplace import OrderPlaced
from amigok_contracts.wallet import DebtSettled
from notification.kinds.kind import Kind
from notification.kinds.table import KINDS
from services.notification.tests.told import Town

DAY = timedelta(days=1)


def sample(event: Any, **values: Any) -> Any:
    """The example of an event with other values."""
    return event.model_validate(example(event) | values)


async def known(rig: Rig, **values: Any) -> None:
    """Tells of an animal, a farm with its staff and a contest, whose ids are those of all examples."""
    opened = sample(ContestOpened, aggregate_version=1)
    registered = sample(LivestockRegistered, registered_at="2026-01-01T00:00:00Z", aggregate_version=1, **values)
    staff = sample(FarmStaffChanged, aggregate_version=2)
    await rig.deliver(sample(FarmChanged, aggregate_version=1), staff, opened, registered)


def entry(user: UUID) -> EntryAdmitted:
    """An animal of a user is in the contest."""
    admitted: EntryAdmitted = sample(EntryAdmitted, entry_id=str(uuid4()), owner_id=str(user), aggregate_version=1)
    return admitted


async def told(rig: Rig, user: UUID) -> list[dict[str, Any]]:
    items: list[dict[str, Any]] = (await rig.request("GET", "/api/v1/notifications", user=user)).json()["items"]
    return items


async def test_every_kind_tells_somebody_of_the_example_of_its_event(rig: Rig) -> None:
    await known(rig, owner_id=str(uuid4()))
    await rig.is_known(uuid4(), role="admin")
    await rig.deliver(sample(EntryAdmitted, aggregate_version=1))
    for kind in KINDS.values():
        if kind.event is not None and kind.event.type != "game.entry.admitted":
            await rig.deliver(sample(kind.event, **kind.match, **UNLIKE.get(kind.name, {})))
    rows = await rig.db.fetch("SELECT DISTINCT kind FROM notices")
    assert {row["kind"] for row in rows} == {kind.name for kind in KINDS.values() if kind.event}


UNLIKE: dict[str, dict[str, Any]] = {
    "listing_removed": {"reason": "not_owner"},
    "debt_settled": {"remaining": {"amount": "0.00", "currency": "USD"}},
    "alarm_raised": {"late": False},
    "entry_refused": {"entry_id": str(uuid4())},
}
"""What the examples of events do not have that only tell somebody something then."""


async def test_buyer_and_seller_are_told_of_an_order_and_the_platform_is_nobody(rig: Rig) -> None:
    buyer, seller = uuid4(), uuid4()
    await rig.deliver(sample(OrderPlaced, buyer_id=str(buyer), seller_id=str(seller), title="Dorper ewe"))
    await rig.deliver(sample(OrderPlaced, order_id=str(uuid4()), buyer_id=str(buyer), seller_id=None))
    assert [each["kind"] for each in await told(rig, seller)] == ["order_received"]
    assert [each["kind"] for each in await told(rig, buyer)] == ["order_placed", "order_placed"]
    assert "Dorper ewe" in (await told(rig, seller))[0]["text"]


async def test_a_replay_of_a_week_tells_nobody_anything_twice(town: Town) -> None:
    anna = await town.user()
    events = [sample(OrderPlaced, order_id=str(uuid4()), buyer_id=str(anna), seller_id=None) for _ in range(20)]
    for _ in range(3):
        await town.rig.deliver(*events)
        await town.rig.deliver(*reversed(events))
    await town.send()
    clock.set_offset(2 * timedelta(hours=1))
    await town.send()
    assert len(await told(town.rig, anna)) == 20
    [enclosed] = await town.rig.db.fetch("SELECT count(*), count(DISTINCT notice_id) FROM enclosures")
    assert tuple(enclosed) == (20, 20)
    assert len(town.post.messages) == 11  # ten at once, the rest in one


async def test_who_owned_the_animal_when_it_was_weighed_is_told(rig: Rig) -> None:
    anna = uuid4()
    weighed = sample(LivestockWeighed, measured_at=clock.now().isoformat(), measured_kg="54.20")
    await known(rig, owner_id=str(anna))
    await rig.deliver(weighed)
    [notice] = await told(rig, anna)
    assert notice["text"] == "Sheep EID-982000123456789 weighs 54.2 kg."
    earlier = (clock.now() - 3000 * DAY).isoformat()
    await rig.deliver(sample(LivestockWeighed, weighing_id=str(uuid4()), measured_at=earlier))
    assert len(await told(rig, anna)) == 1


async def test_news_of_an_animal_that_the_farm_has_not_told_of_yet_comes_again(rig: Rig) -> None:
    with pytest.raises(Retry):
        await rig.deliver(sample(LivestockWeighed))


async def test_who_has_an_animal_in_a_contest_is_told_what_becomes_of_it(rig: Rig) -> None:
    anna, ben = uuid4(), uuid4()
    await rig.deliver(sample(ContestOpened, title="Spring", aggregate_version=1))
    entries = {user: entry(user) for user in (anna, ben)}
    await known(rig)
    await rig.deliver(*entries.values())
    left = {"entry_id": str(entries[ben].entry_id), "owner_id": str(ben), "aggregate_version": 2}
    await rig.deliver(sample(EntryWithdrawn, **left))
    await rig.deliver(sample(ContestCancelled))
    assert [each["kind"] for each in await told(rig, anna)] == ["contest_cancelled", "entry_admitted"]
    assert [each["kind"] for each in await told(rig, ben)] == ["entry_admitted"]
    assert "Spring" in (await told(rig, anna))[0]["text"]


async def test_a_debt_is_settled_when_nothing_of_it_remains(rig: Rig) -> None:
    anna = uuid4()
    remaining = {"amount": "1.00", "currency": "USD"}
    await rig.deliver(sample(DebtSettled, debtor_id=str(anna), remaining=remaining))
    assert await told(rig, anna) == []


async def test_an_event_that_concerns_ten_thousand_people_tells_each_once(town: Town) -> None:
    """A small flood; the bench has the whole one."""
    users = [await town.user() for _ in range(60)]
    await known(town.rig)
    await town.rig.deliver(*map(entry, users))
    await town.rig.db.fetch("TRUNCATE notices CASCADE")
    await town.rig.db.fetch("DELETE FROM deliveries")
    for _ in range(2):
        await town.rig.deliver(sample(ContestCancelled))
    await town.send()
    assert sorted(mail["To"] for mail in town.post.messages) == sorted(f"{user}@amigok.test" for user in users)


def test_names_and_facts_fit_their_columns() -> None:
    for kind in KINDS.values():
        assert len(kind.name) <= 40
        if kind.event is not None:
            assert len(kind.source(sample(kind.event))) <= 120, kind.name
            assert len(kind.group(sample(kind.event))) <= 120, kind.name


def test_a_row_is_all_that_a_kind_needs() -> None:
    category = KINDS["order_placed"].category
    kind = Kind("a_new_one", category, OrderPlaced, None, "title price")
    assert dict(kind.arguments) == {"title": "text", "price": "money"}
