"""Whatever order events come in, and however often, the read model ends as the farm has it."""

from datetime import date
from typing import Any

import pytest
from flock.models import Animal, Ownership
from hypothesis import given, settings
from hypothesis import strategies as st

from amigok_chassis.testing import Rig
from amigok_contracts import Event
from amigok_contracts.farm import BreedChanged, FarmChanged, FarmStaffChanged, LivestockTypeChanged

in_the_database = settings(max_examples=25)


def life(told: Any) -> Any:
    """A life with an event of every kind; some columns are told of by several."""
    told.register(owner_id=told.anna)
    told.born(told.anna, at=told.BEGIN)
    told.place("Barn")
    told.weigh("62", "0.2")
    told.sell(told.bora, told.anna)
    told.die(told.bora)
    told.reinstate(told.bora)
    told.move()
    told.place("Pen", told.other_farm)
    told.correct("2025-12-01")
    told.block("debt", "contest")
    told.reclaim(told.bora)
    told.weigh("64", "0.3")
    told.block()
    told.sell(told.anna)
    return told


async def known(rig: Rig, livestock_id: Any) -> tuple[dict[str, Any], list[dict[str, Any]]]:
    """All that is known of an animal, apart from its id, and of its owners."""
    [animal] = await rig.db.fetch("SELECT * FROM animals WHERE id = $1", livestock_id)
    owners = await rig.db.fetch("SELECT * FROM ownerships WHERE livestock_id = $1 ORDER BY version", livestock_id)
    return dict(animal), [dict(owner) for owner in owners]


@in_the_database
@given(data=st.data())
async def test_events_in_any_order_and_repeated_lead_to_one_state(rig, telling, data):
    told = life(telling())
    again = data.draw(st.lists(st.sampled_from(told.events), max_size=6))
    await rig.deliver(*data.draw(st.permutations([*told.events, *again])))
    animal, owners = await known(rig, told.animal)
    assert (animal["owner_id"], animal["gone"], animal["gone_at"]) == (told.anna, None, None)
    assert (animal["farm_id"], animal["area_name"]) == (told.other_farm, "Pen")
    assert (animal["weight_kg"], str(animal["daily_gain_kg"])) == (64, "0.3000")
    assert (animal["date_of_birth"], animal["tag_number"]) == (date(2025, 12, 1), "A1")
    assert animal["blocks"] in ([], "[]")
    assert [owner["owner_id"] for owner in owners] == [told.anna, told.anna, told.bora, None, told.anna]


@in_the_database
@given(data=st.data())
async def test_a_service_that_came_later_knows_by_a_restatement_what_the_others_know(rig, telling, data):
    told = life(telling())
    before = len(told.events)
    told.restate(owner_id=told.anna, farm_id=told.other_farm, weight_kg="64", area_name="Pen", area_id=told.farm)
    told.block("contest")
    told.sell(told.bora, told.anna)
    missed = data.draw(st.sets(st.sampled_from(range(before))))
    heard = [event for number, event in enumerate(told.events) if number not in missed]
    await rig.deliver(*data.draw(st.permutations(heard)))
    animal, owners = await known(rig, told.animal)
    assert (animal["owner_id"], animal["farm_id"], animal["area_name"]) == (told.bora, told.other_farm, "Pen")
    assert (animal["weight_kg"], animal["type_name"], animal["weight_version"]) == (64, "Sheep", before + 1)
    assert "contest" in str(animal["blocks"])
    assert [owner["owner_id"] for owner in owners][-2:] == [told.anna, told.bora]


async def test_a_restatement_says_who_is_dead_and_brings_nobody_back_to_life(rig, told):
    told.restate(owner_id=told.anna, gone="deceased", gone_at=told.now)
    await rig.deliver(*told.events)
    animal, _ = await known(rig, told.animal)
    assert (animal["gone"], animal["gone_at"]) == ("deceased", told.BEGIN)


async def test_a_registration_that_comes_last_does_not_undo_what_followed(rig, told):
    first = told.register()
    told.sell(told.anna)
    told.remove(told.anna)
    await rig.deliver(*told.events[1:], first)
    animal, owners = await known(rig, told.animal)
    assert (animal["owner_id"], animal["gone"], animal["tag_number"]) == (None, "removed", "A1")
    assert len(owners) == 3


@pytest.mark.parametrize("kind", [Animal, Ownership])
async def test_nothing_is_known_before_the_farm_has_told(rig, kind):
    assert await rig.db.fetch(f"SELECT * FROM {kind.__tablename__}") == []


def of_farm(told: Any) -> list[Event]:
    place = {"latitude": 1.0, "longitude": 2.0}
    farm, kind = {"farm_id": told.farm}, {"livestock_type_id": told.anna}
    breed = {"breed_id": told.bora, **kind}
    return [
        FarmChanged(**farm, name="Hill", time_zone="UTC", **place, aggregate_version=1),
        FarmStaffChanged(**farm, user_ids=(told.anna,), aggregate_version=2),
        FarmChanged(**farm, name="Hill Farm", time_zone="Europe/Madrid", **place, aggregate_version=3),
        FarmStaffChanged(**farm, user_ids=(told.anna, told.bora), aggregate_version=4),
        LivestockTypeChanged(**kind, name="Sheep", retired=False, aggregate_version=5),
        LivestockTypeChanged(**kind, name="Sheep", retired=True, aggregate_version=6),
        BreedChanged(**breed, name="Marino", retired=False, aggregate_version=7),
        BreedChanged(**breed, name="Merino", retired=False, aggregate_version=8),
    ]


@in_the_database
@given(data=st.data())
async def test_farms_staff_types_and_breeds_end_as_they_were_told_last(rig, telling, data):
    told = telling()
    events = of_farm(told)
    again = data.draw(st.lists(st.sampled_from(events), max_size=4))
    await rig.deliver(*data.draw(st.permutations([*events, *again])))
    [farm] = await rig.db.fetch("SELECT * FROM farms WHERE id = $1", told.farm)
    assert (farm["name"], farm["time_zone"], set(farm["staff_ids"])) == (
        "Hill Farm",
        "Europe/Madrid",
        {told.anna, told.bora},
    )
    [kind] = await rig.db.fetch("SELECT * FROM livestock_types WHERE id = $1", told.anna)
    [breed] = await rig.db.fetch("SELECT * FROM breeds WHERE id = $1", told.bora)
    assert (kind["retired"], breed["name"], breed["livestock_type_id"]) == (True, "Merino", told.anna)
