"""The farm says again what is there now, for services that were not there when it happened."""

from datetime import timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from amigok_chassis import clock
from amigok_chassis.ids import new_id
from amigok_contracts.farm import (
    BreedChanged,
    FarmChanged,
    FarmStaffChanged,
    LivestockRegistered,
    LivestockTypeChanged,
)
from amigok_contracts.farm_restated import LivestockRestated
from amigok_herd import AnimalColumns
from farm import cli
from farm.announcements.service import publish_some
from farm.restatements import service
from farm.weights import gain

ANNA = new_id()
KINDS = (FarmChanged, FarmStaffChanged, LivestockTypeChanged, BreedChanged, LivestockRestated)


@pytest.fixture(autouse=True)
def time_of_now():
    yield
    clock.set_offset(timedelta())


async def restate(rig):
    """What an operator asks for, and what a worker then does."""
    async with rig.db.unit_of_work() as db:
        await service.begin_all(db)
    await rig.run_task("restate")


async def restated(rig, animal):
    """What was said again of an animal last."""
    return [event for event in await rig.events(LivestockRestated) if event.livestock_id == animal][-1]


async def test_everything_is_published_again_as_it_is_now(yard, rig):
    await yard.register()
    before = {kind: await rig.events(kind) for kind in KINDS}
    await restate(rig)
    for kind in KINDS:
        [again] = (await rig.events(kind))[len(before[kind]) :]
        if kind is not LivestockRestated:
            first = before[kind][-1].model_dump(exclude={"aggregate_version"})
            assert again.model_dump(exclude={"aggregate_version"}) == first
            assert again.aggregate_version > before[kind][-1].aggregate_version
    await rig.run_task("restate")
    assert len(await rig.events(LivestockRestated)) == 1


async def test_an_operator_has_it_done_by_the_workers(yard, rig, capsys):
    animal = await yard.register()
    await cli.restate(rig.runtime.settings)
    assert "publish everything again" in capsys.readouterr().out
    assert await rig.events(LivestockRestated) == []
    await rig.run_task("restate")
    assert (await restated(rig, animal)).livestock_id == animal


async def test_an_animal_is_described_whole(yard, barn, rig):
    animal = await yard.register(weight_kg="60.00")
    clock.set_offset(timedelta(days=20))
    await yard.sell(animal, ANNA)
    weighed = await yard.change("POST", f"livestock/{animal}/weights", {"weight_kg": "64.00"})
    assert weighed.status_code == 201, weighed.text
    area = await yard.add(f"farms/{yard.farm_id}/areas", name="Barn")
    placed = {"area_id": area, "livestock_ids": [str(animal)]}
    assert (await yard.change("POST", f"staff/farms/{yard.farm_id}/placements", placed)).status_code == 201
    await barn.recorded(animal, "quarantine_start")
    await restate(rig)
    event, [first] = await restated(rig, animal), await rig.events(LivestockRegistered)
    shared = set(LivestockRegistered.model_fields) - {"aggregate_version", "weight_kg", "value", "owner_id"}
    assert event.model_dump(include=shared) == first.model_dump(include=shared - {"registered_at"})
    assert (event.weight_kg, event.daily_gain_kg) == (Decimal("64.00"), Decimal("0.200"))
    assert event.weighed_at > first.registered_at + timedelta(days=19)
    assert (str(event.area_id), event.area_name) == (area, "Barn")
    assert [block.reason for block in event.blocks] == ["quarantine"]
    bought = (await yard.history(animal))[-1]
    assert (event.owner_id, event.owned_since.isoformat()) == (ANNA, bought["started_at"].replace("Z", "+00:00"))
    assert (event.gone, event.gone_at) == (None, None)


async def test_what_has_died_is_said_to_be_dead_and_nothing_happens_to_any_animal(yard, rig):
    dead, living = await yard.bought(ANNA), await yard.register()
    await yard.die(dead)
    before = await rig.db.fetch("SELECT * FROM livestock ORDER BY id")
    await restate(rig)
    event = await restated(rig, dead)
    assert (event.gone, event.owner_id) == ("deceased", ANNA)
    assert clock.now() - event.gone_at < timedelta(minutes=1)
    assert (await restated(rig, living)).gone is None
    assert await rig.db.fetch("SELECT * FROM livestock ORDER BY id") == before


async def test_animals_are_restated_some_at_a_time_and_from_the_beginning_when_asked_again(yard, rig):
    animals = sorted([await yard.register() for _ in range(5)])
    topic = service.TOPICS[-1]

    async def publish(limit):
        async with rig.db.unit_of_work() as db:
            assert await publish_some(db, topic, limit=limit)
        return [event.livestock_id for event in await rig.events(LivestockRestated)]

    async with rig.db.unit_of_work() as db:
        await service.begin_all(db)
    assert await publish(3) == animals[:3]
    async with rig.db.unit_of_work() as db:
        await service.begin_all(db)
    assert await publish(3) == animals[:3] * 2
    assert await publish(3) == animals[:3] * 2 + animals[3:]
    await rig.run_task("restate")
    assert len(await rig.events(LivestockRestated)) == 8


async def test_a_retired_type_is_restated_as_retired(yard, rig):
    await yard.register()
    for path in (f"livestock-breeds/{yard.breed_id}", f"livestock-types/{yard.type_id}"):
        assert (await yard.change("DELETE", f"admin/{path}")).status_code == 204
    await restate(rig)
    assert (await rig.events(LivestockTypeChanged))[-1].retired
    assert (await rig.events(BreedChanged))[-1].retired


@given(
    st.decimals("1", "2000", places=2), st.decimals("-0.5", "3", places=3), st.timedeltas(timedelta(), gain.WINDOW * 2)
)
def test_services_estimate_a_weight_as_the_farm_does(kg, daily_gain_kg, passed):
    now = clock.now()
    ours = gain.estimate(gain.Weight(now - passed, kg), daily_gain_kg, now=now)
    animal = AnimalColumns()
    animal.weight_kg, animal.weighed_at, animal.daily_gain_kg = kg, now - passed, daily_gain_kg
    theirs, _ = animal.weight(now)
    assert theirs == (kg if ours is None else max(ours, (kg / 10).quantize(Decimal("0.01"))))
