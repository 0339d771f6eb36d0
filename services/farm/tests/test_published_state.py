"""What the farm tells other services of farms, their staff, types, breeds and animals."""

from datetime import timedelta
from decimal import Decimal

import pytest

from amigok_chassis import clock
from amigok_chassis.ids import new_id
from amigok_contracts.farm import (
    BreedChanged,
    FarmChanged,
    FarmStaffChanged,
    LivestockParticularsChanged,
    LivestockRegistered,
    LivestockTypeChanged,
    LivestockWeighed,
)
from amigok_contracts.identity import UserDeleted


@pytest.fixture(autouse=True)
def time_of_now():
    yield
    clock.set_offset(timedelta())


PARENTS = ("genetic_dam_id", "sire_id", "birth_dam_id")
FARM = {"name": "Kars Farm", "latitude": 40.6, "longitude": 43.1, "capacity": 9}


async def test_a_farm_is_published_when_it_is_added_and_changed(yard, rig):
    farm = await yard.add("farms", **FARM, time_zone="Europe/Istanbul")
    changed = FARM | {"name": "Kars High Farm", "time_zone": "Asia/Tbilisi", "version": 1}
    assert (await yard.change("PUT", f"admin/farms/{farm}", changed)).status_code == 200
    told = [event for event in await rig.events(FarmChanged) if str(event.farm_id) == farm]
    assert [(event.name, event.time_zone) for event in told] == [
        ("Kars Farm", "Europe/Istanbul"),
        ("Kars High Farm", "Asia/Tbilisi"),
    ]
    assert (told[0].latitude, told[0].longitude) == (40.6, 43.1)


async def test_a_client_that_knows_no_time_zones_adds_in_utc_and_changes_none(yard):
    old = await yard.add("farms", **FARM)
    zoned = await yard.add("farms", **FARM | {"name": "Ani Farm"}, time_zone="Europe/Istanbul")
    for farm, zone in ((old, "UTC"), (zoned, "Europe/Istanbul")):
        assert (await yard.get(f"farms/{farm}")).json()["time_zone"] == zone
        changed = FARM | {"name": f"Farm in {zone}", "version": 1}
        assert (await yard.change("PUT", f"admin/farms/{farm}", changed)).json()["time_zone"] == zone


@pytest.mark.parametrize("zone", ["Mars/Olympus", "localtime", "../UTC", "europe/madrid", "", "U" * 65, "Europe/\x00"])
async def test_a_time_zone_is_a_name_of_the_iana_database(yard, zone):
    answer = await yard.post("farms", **FARM, time_zone=zone)
    assert (answer.status_code, answer.json()["code"]) == (422, "invalid_request")


async def test_the_staff_of_a_farm_is_published_whole_also_when_a_user_is_deleted(yard, rig):
    anna, other = new_id(), await yard.add_farm("Ani Farm")
    await rig.is_known(anna, role="farm_staff")
    before = len(await rig.events(FarmStaffChanged))
    for farm in (yard.farm_id, yard.farm_id, other):
        await yard.hire(anna, farm)
    assert (await yard.change("DELETE", f"admin/farms/{yard.farm_id}/staff/{yard.hand}")).status_code == 204
    deleted = UserDeleted(user_id=anna, role="farm_staff", status="deleted")
    await rig.deliver(deleted, deleted)
    told = [(str(event.farm_id), set(event.user_ids)) for event in (await rig.events(FarmStaffChanged))[before:]]
    assert told[:3] == [(yard.farm_id, {yard.hand, anna}), (other, {anna}), (yard.farm_id, {anna})]
    assert sorted(told[3:]) == sorted([(yard.farm_id, set()), (other, set())])


async def test_types_and_breeds_are_published_when_they_are_added_changed_retired_and_removed(yard, rig):
    kind = await yard.add("livestock-types", name="Goat")
    breed = await yard.add("livestock-breeds", livestock_type_id=kind, name="Angora")
    renamed = {"name": "Goats", "is_active": True, "version": 1}
    assert (await yard.change("PUT", f"admin/livestock-types/{kind}", renamed)).status_code == 200
    retired = {"name": "Angora", "is_active": False, "version": 1}
    assert (await yard.change("PUT", f"admin/livestock-breeds/{breed}", retired)).status_code == 200
    for path in (f"livestock-breeds/{breed}", f"livestock-types/{kind}"):
        assert (await yard.change("DELETE", f"admin/{path}")).status_code == 204
    types = [event for event in await rig.events(LivestockTypeChanged) if str(event.livestock_type_id) == kind]
    assert [(event.name, event.retired) for event in types] == [("Goat", False), ("Goats", False), ("Goats", True)]
    breeds = [event for event in await rig.events(BreedChanged) if str(event.breed_id) == breed]
    assert [event.retired for event in breeds] == [False, True, True]
    assert {str(event.livestock_type_id) for event in breeds} == {kind}


async def test_a_registration_says_of_what_type_and_breed_the_animal_is_and_when_it_was_born(yard, rig):
    await yard.register(date_of_birth="2024-03-01")
    [event] = await rig.events(LivestockRegistered)
    assert (str(event.livestock_type_id), str(event.breed_id)) == (yard.type_id, yard.breed_id)
    assert event.date_of_birth.isoformat() == "2024-03-01"
    assert clock.now() - event.registered_at < timedelta(minutes=1)


async def test_particulars_are_published_when_they_are_completed(yard, rig):
    animal = await yard.register(date_of_birth=None)
    wanted = {"version": 1, "date_of_birth": "2024-02-29", "eid": None} | dict.fromkeys(PARENTS)
    answer = await yard.change("PUT", f"admin/livestock/{animal}/particulars", wanted)
    assert answer.status_code == 200, answer.text
    [event] = await rig.events(LivestockParticularsChanged)
    assert (event.livestock_id, event.date_of_birth.isoformat()) == (animal, "2024-02-29")


async def test_a_weighing_says_what_the_farm_estimates_with(yard, rig):
    animal = await yard.register(weight_kg="60.00")
    clock.set_offset(timedelta(days=20))
    path = f"livestock/{animal}/weights"
    late = {"weight_kg": "62.00", "measured_at": (clock.now() - timedelta(days=10)).isoformat()}
    for body in ({"weight_kg": "64.00"}, late):
        answer = await yard.change("POST", path, body)
        assert answer.status_code == 201, answer.text
    shown = (await yard.get(path, yard.admin, "admin")).json()
    told = await rig.events(LivestockWeighed)
    assert [event.daily_gain_kg for event in told] == [Decimal(shown["daily_gain_kg"])] * 2 == [Decimal("0.200")] * 2
    assert [event.measured_kg for event in told] == [Decimal("64.00"), Decimal("62.00")]
    assert {event.weighed_at.isoformat() for event in told} == {told[0].measured_at.isoformat()}


async def test_a_weighing_soon_after_registration_says_no_gain(yard, rig):
    animal = await yard.register(weight_kg="60.00")
    clock.set_offset(timedelta(days=2))
    assert (await yard.change("POST", f"livestock/{animal}/weights", {"weight_kg": "60.50"})).status_code == 201
    [event] = await rig.events(LivestockWeighed)
    assert event.daily_gain_kg is None
