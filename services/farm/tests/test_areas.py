"""The areas of farms, and which animals stand where."""

import asyncio
from datetime import timedelta
from uuid import UUID

import pytest

from amigok_chassis import clock
from amigok_chassis.ids import new_id
from amigok_contracts.farm import LivestockMoved, LivestockPlaced
from farm.announcements.service import publish_some
from farm.areas.placing import RENAMED
from farm.areas.schemas import MOST


class Pens:
    """What people do with the areas of a yard."""

    def __init__(self, yard):
        self.yard = yard
        self.path = f"staff/farms/{yard.farm_id}/placements"

    async def add(self, name, farm_id=None):
        return await self.yard.add(f"farms/{farm_id or self.yard.farm_id}/areas", name=name)

    async def place(self, area, *animals, **body):
        """What is answered to the farm's hand who puts these animals there."""
        entry = {"area_id": area, "livestock_ids": [str(animal) for animal in animals]} | body
        return await self.yard.change("POST", self.path, entry, user=self.yard.hand, role="farm_staff")

    async def verdicts(self, *args, **body):
        answer = await self.place(*args, **body)
        assert answer.status_code == 201, answer.text
        return [each["verdict"] for each in answer.json()["animals"]]

    async def where(self, animal):
        """The area of an animal by its id and name, as the farm's people see it."""
        shown = (await self.yard.get(f"livestock/{animal}", self.yard.hand, "farm_staff")).json()
        return shown["area_id"], shown["area_name"]

    async def published(self, animal):
        """The areas of an animal that were published, oldest first."""
        return [e.area_name for e in await self.yard.rig.events(LivestockPlaced) if e.livestock_id == animal]


@pytest.fixture
def pens(yard):
    return Pens(yard)


def ago(**span):
    return (clock.now() - timedelta(**span)).isoformat()


async def test_many_animals_are_placed_at_once_each_with_its_verdict(yard, pens, rig):
    barn, other = await pens.add("North barn"), await yard.add_farm("Dale Farm")
    here, dead, elsewhere = await yard.register(), await yard.register(), await yard.register(farm_id=other)
    await yard.die(dead)
    verdicts = await pens.verdicts(barn, here, dead, elsewhere, new_id())
    assert verdicts == ["placed", "livestock_gone", "in_other_farm", "livestock_not_found"]
    assert await pens.verdicts(barn, here) == ["already_there"]
    assert await pens.where(here) == (barn, "North barn")
    [event] = await rig.events(LivestockPlaced)
    assert (event.livestock_id, event.area_name, str(event.farm_id)) == (here, "North barn", yard.farm_id)
    assert await pens.verdicts(None, here) == ["placed"]
    assert await pens.where(here) == (None, None)
    assert await pens.published(here) == ["North barn", None]


async def test_an_entry_that_is_sent_again_is_recorded_once_and_answered_as_before(yard, pens):
    barn, animal = await pens.add("Barn"), await yard.register()
    entry = {"client_id": str(new_id())}
    first, again = await pens.place(barn, animal, **entry), await pens.place(barn, animal, **entry)
    assert (first.status_code, again.json()) == (201, first.json())
    refused = await pens.place(None, animal, **entry)
    assert (refused.status_code, refused.json()["code"]) == (409, "client_id_reused")
    assert await pens.published(animal) == ["Barn"]


async def test_an_older_entry_that_comes_later_changes_nothing(yard, pens):
    barn, pen, animal = await pens.add("Barn"), await pens.add("Pen"), await yard.register()
    assert await pens.verdicts(barn, animal, placed_at=ago(hours=1)) == ["placed"]
    assert await pens.verdicts(pen, animal, placed_at=ago(hours=2)) == ["placed_later"]
    assert await pens.verdicts(barn, animal) == ["already_there"]
    assert await pens.verdicts(pen, animal, placed_at=ago(minutes=30)) == ["placed_later"]
    assert await pens.where(animal) == (barn, "Barn")
    refused = await pens.place(pen, animal, placed_at=ago(hours=-1))
    assert (refused.status_code, refused.json()["code"]) == (422, "placed_in_future")


async def test_an_animal_that_leaves_its_farm_stands_in_no_area(yard, pens, rig):
    barn, other = await pens.add("Barn"), await yard.add_farm("Dale Farm")
    moved, dead, nowhere = await yard.register(), await yard.register(), await yard.register()
    assert await pens.verdicts(barn, moved, dead) == ["placed", "placed"]
    for animal in (moved, nowhere):
        there = {"farm_id": other, "from_farm_id": yard.farm_id}
        assert (await yard.change("POST", f"admin/livestock/{animal}/move", there)).status_code == 200
    await yard.die(dead)
    for animal in (moved, dead):
        assert await pens.where(animal) == (None, None)
        assert await pens.published(animal) == ["Barn", None]
    assert await pens.published(nowhere) == []
    placed = [event for event in await rig.events(LivestockPlaced) if event.livestock_id == moved]
    [left] = [event for event in await rig.events(LivestockMoved) if event.livestock_id == moved]
    assert placed[-1].farm_id == left.farm_id == UUID(other)
    assert placed[-1].aggregate_version > left.aggregate_version


async def test_areas_are_renamed_retired_and_taken_into_use_again(yard, pens):
    barn, animal, other = await pens.add("Barn"), await yard.register(), await yard.register()
    assert await pens.verdicts(barn, animal) == ["placed"]
    path = f"admin/farms/{yard.farm_id}/areas/{barn}"
    retired = {"name": "Barn", "is_active": False, "version": 1}
    assert (await yard.change("PUT", path, retired)).json()["version"] == 2
    stale = await yard.change("PUT", path, retired)
    assert (stale.status_code, stale.json()["code"], stale.json()["version"]) == (409, "version_conflict", 2)
    refused = await pens.place(barn, other)
    assert (refused.status_code, refused.json()["code"]) == (409, "retired")
    assert await pens.where(animal) == (barn, "Barn")
    again = {"name": "Old barn", "is_active": True, "version": 2}
    assert (await yard.change("PUT", path, again)).status_code == 200
    assert await pens.verdicts(barn, other) == ["placed"]
    await yard.rig.run_task("announce_renamed_areas")
    assert (await pens.published(animal))[-1] == (await pens.published(other))[-1] == "Old barn"


async def test_a_new_name_is_published_for_every_animal_there_some_at_a_time(yard, pens, rig):
    barn, animals = await pens.add("Barn"), [await yard.register() for _ in range(5)]
    await pens.verdicts(barn, *animals)
    body = {"name": "Stable", "is_active": True, "version": 1}
    assert (await yard.change("PUT", f"admin/farms/{yard.farm_id}/areas/{barn}", body)).status_code == 200
    for batch in range(1, 5):
        async with rig.db.unit_of_work() as db:
            assert await publish_some(db, RENAMED, limit=2)
        told = [name for animal in animals for name in await pens.published(animal)]
        assert told.count("Stable") == min(2 * batch, 5)
    await rig.run_task("announce_renamed_areas")
    assert [await pens.published(animal) for animal in animals] == [["Barn", "Stable"]] * 5


async def test_names_are_unique_in_a_farm_and_an_area_in_use_is_retired_not_removed(yard, pens):
    other = await yard.add_farm("Dale Farm")
    barn, pen = await pens.add("Barn"), await pens.add("Pen")
    assert await pens.add("Barn", other)
    taken = await yard.post(f"farms/{yard.farm_id}/areas", name=" BARN ")
    assert (taken.status_code, taken.json()["code"]) == (409, "area_exists")
    await pens.verdicts(barn, await yard.register())
    for area in (barn, pen):
        assert (await yard.change("DELETE", f"admin/farms/{yard.farm_id}/areas/{area}")).status_code == 204
    listed = f"staff/farms/{yard.farm_id}/areas"
    who = {"user": yard.hand, "role": "farm_staff"}
    assert await yard.pages(listed, 1, **who) == []
    every = (await yard.get(f"{listed}?include_retired=true", yard.hand, "farm_staff")).json()["items"]
    assert [(area["id"], area["is_active"]) for area in every] == [(barn, False)]


async def test_an_area_of_another_farm_is_not_there(yard, pens):
    other = await yard.add_farm("Dale Farm")
    theirs, animal = await pens.add("Barn", other), await yard.register()
    answer = await pens.place(theirs, animal)
    assert (answer.status_code, answer.json()["code"]) == (422, "unknown_area")
    path = f"admin/farms/{yard.farm_id}/areas/{theirs}"
    for change in (("DELETE", path), ("PUT", path, {"name": "Mine", "is_active": True, "version": 1})):
        answer = await yard.change(*change)
        assert (answer.status_code, answer.json()["code"]) == (404, "area_not_found")


async def test_only_the_farms_own_people_place_animals(yard, pens):
    animal, stranger, anna = await yard.register(), new_id(), new_id()
    body = {"area_id": None, "livestock_ids": [str(animal)]}
    refused = await yard.change("POST", pens.path, body, user=stranger, role="farm_staff")
    assert (refused.status_code, refused.json()["code"]) == (403, "other_farm")
    assert (await yard.change("POST", pens.path, body, user=anna, role="investor")).status_code == 403
    vet = await yard.change("POST", pens.path, body, user=new_id(), role="veterinarian")
    assert vet.status_code == 201
    nowhere = f"staff/farms/{new_id()}/placements"
    assert (await yard.change("POST", nowhere, body)).json()["code"] == "farm_not_found"


@pytest.mark.parametrize("ids", [[], ["x"], ["same", "same"], [str(UUID(int=n)) for n in range(MOST + 1)]])
async def test_an_entry_has_from_one_to_a_thousand_different_animals(pens, ids):
    ids = [str(UUID(int=7)) if each == "same" else each for each in ids]
    answer = await pens.place(None, *ids)
    assert (answer.status_code, answer.json()["code"]) == (422, "invalid_request")


async def test_the_owner_sees_where_an_animal_stands_and_the_public_does_not(yard, pens):
    anna, barn = new_id(), await pens.add("Barn")
    bought, offered = await yard.bought(anna), await yard.register()
    await pens.verdicts(barn, bought, offered)
    assert (await yard.get(f"livestock/{bought}", anna)).json()["area_name"] == "Barn"
    assert "area_id" not in (await yard.get(f"livestock/{bought}", new_id())).json()
    assert [each["area_id"] for each in (await yard.get("my-livestock", anna)).json()["items"]] == [barn]


async def test_the_farms_people_list_its_animals_by_area_and_nobody_else_does(yard, pens):
    barn, other = await pens.add("Barn"), await yard.add_farm("Dale Farm")
    there, elsewhere, dead = await yard.register(), await yard.register(), await yard.register()
    await yard.register(farm_id=other)
    await pens.verdicts(barn, there)
    await yard.die(dead)
    path = f"staff/farms/{yard.farm_id}/livestock"
    found = (await yard.get(f"{path}?area_id={barn}&count=true", yard.hand, "farm_staff")).json()
    assert [(each["id"], each["area_name"]) for each in found["items"]] == [(str(there), "Barn")]
    assert found["count"]["value"] == 1
    every = (await yard.get(path, yard.hand, "farm_staff")).json()["items"]
    assert {each["id"] for each in every} == {str(each) for each in (there, elsewhere, dead)}
    assert (await yard.get(path)).status_code == 401
    assert (await yard.get(path, new_id())).status_code == 403
    for public in (f"farms/{yard.farm_id}/livestock?area_id={barn}", f"livestock?area_id={barn}"):
        assert (await yard.get(public, yard.hand, "farm_staff")).status_code == 422
    assert (await yard.get(f"staff/farms/{new_id()}/livestock", yard.hand, "farm_staff")).status_code == 404


async def test_placing_renaming_and_moving_at_once_end_in_one_state(yard, pens, rig):
    barn, pen, other = await pens.add("Barn"), await pens.add("Pen"), await yard.add_farm("Dale Farm")
    animals = [await yard.register() for _ in range(6)]
    rename = {"name": "Stable", "is_active": True, "version": 1}
    there = {"farm_id": other, "from_farm_id": yard.farm_id}
    await asyncio.gather(
        pens.place(barn, *animals),
        pens.place(pen, *reversed(animals)),
        yard.change("PUT", f"admin/farms/{yard.farm_id}/areas/{barn}", rename),
        *(yard.change("POST", f"admin/livestock/{animal}/move", there) for animal in animals[:3]),
    )
    await rig.run_task("announce_renamed_areas")
    for animal in animals:
        _, name = await pens.where(animal)
        assert ([None, *(await pens.published(animal))])[-1] == name
        assert animal not in animals[:3] or name is None
