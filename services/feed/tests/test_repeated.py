"""What others publish comes again under new ids, in any order: only the use cases themselves can know it."""

import random
from datetime import timedelta
from typing import Any
from uuid import UUID, uuid4

import pytest

from amigok_chassis import clock
from amigok_chassis.ids import new_id
from amigok_chassis.testing import Rig
from amigok_contracts import Event
from amigok_contracts.feed import UnpaidFeedBlocked, UnpaidFeedBlockEnded
from feed.main import service
from feed.meals.matching import Log
from feed.meals.service import record
from services.feed.tests.herds import BASIC, a_farm, a_package, an_animal, dies, is_sold, subscribed
from services.feed.tests.money import Wallet

DAY = timedelta(days=1)


async def passes(rig: Rig, wallet: Wallet, span: timedelta) -> None:
    """Time goes on, and the wallet answers what is asked then."""
    clock.set_offset(clock.offset() + span)
    await rig.run_task("end_all_due")
    await rig.run_job("retry_due")
    await wallet.answers()


async def eats(rig: Rig, animal: UUID, *, ago: timedelta = timedelta()) -> None:
    log = Log(id=new_id(), livestock_id=animal, at=clock.now() - ago, kind="fed", by=uuid4())
    async with rig.db.unit_of_work() as db:
        await record(db, [log])


async def stored(rig: Rig) -> dict[str, Any]:
    """What is in each table of the service, and how much it has published."""
    assert service.metadata is not None
    rows = "SELECT md5(string_agg(t::text, ' ' ORDER BY t::text)) AS digest FROM {} AS t"
    tables = {name: (await rig.db.fetch(rows.format(name)))[0]["digest"] for name in service.metadata.tables}
    return tables | {"published": (await rig.db.fetch("SELECT count(*) FROM outbox"))[0]["count"]}


async def test_all_that_was_heard_of_subscriptions_that_have_ended_changes_nothing_when_it_comes_again(
    rig: Rig, wallet: Wallet, monkeypatch: pytest.MonkeyPatch
) -> None:
    heard: list[Event] = []
    deliver = rig.deliver

    async def listening(*events: Event) -> None:
        heard.extend(events)
        await deliver(*events)

    monkeypatch.setattr(rig, "deliver", listening)
    owner, buyer = uuid4(), uuid4()
    animal = await an_animal(rig, farm_id=await a_farm(rig), owner_id=owner)
    await a_package(rig, **BASIC)
    await subscribed(rig, owner=owner, animal=animal, package=await a_package(rig))
    await wallet.answers()
    for _ in range(9):
        await eats(rig, animal)
        await passes(rig, wallet, DAY)
    assert len(await rig.events(UnpaidFeedBlocked)) == 1
    await wallet.deposits(owner, 5_000)
    await passes(rig, wallet, timedelta(minutes=2))
    assert len(await rig.events(UnpaidFeedBlockEnded)) == 1
    await eats(rig, animal)
    await passes(rig, wallet, DAY)
    await eats(rig, animal, ago=DAY / 2)
    await is_sold(rig, animal, by=owner, to=buyer, ago=DAY / 24)
    await wallet.answers()
    await eats(rig, animal, ago=DAY / 4)
    await dies(rig, animal, owner_id=buyer)
    await wallet.answers()
    before = await stored(rig)
    clock.set_offset(clock.offset() + timedelta(minutes=1))
    random.Random(13).shuffle(heard)
    await deliver(*heard, *heard)
    assert await wallet.answers() == 0
    assert await stored(rig) == before
