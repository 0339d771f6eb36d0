"""The register of movements, and what follows from it."""

import asyncio
from itertools import pairwise

import asyncpg
import pytest

from amigok_chassis.ids import new_id
from amigok_contracts.farm import LivestockMoved

ANNA, BORA = new_id(), new_id()


async def move(yard, animal, farm, *, role="admin"):
    path = f"/api/v1/admin/livestock/{animal}/move"
    seen = (await yard.get(f"livestock/{animal}")).json().get("farm_id", str(farm))
    body = {"farm_id": str(farm), "from_farm_id": seen}
    return await yard.rig.request("POST", path, user=yard.admin, role=role, json=body)


async def occupancy(yard, farm):
    return (await yard.get(f"farms/{farm}")).json()["current_occupancy"]


async def register_of(yard, animal, **who):
    answer = await yard.get(f"livestock/{animal}/movements", **(who or {"user": yard.admin, "role": "admin"}))
    assert answer.status_code == 200, answer.text
    return list(reversed(answer.json()["items"]))


async def test_the_register_says_how_an_animal_came_moved_and_was_sold(yard, rig):
    animal, there = await yard.register(), await yard.add_farm("Karacabey")
    assert (await move(yard, animal, there)).json()["kind"] == "moved"
    order_id = await yard.sell(animal, ANNA)
    rows = await register_of(yard, animal)
    assert [(row["kind"], row["version"]) for row in rows] == [("bought_in", 1), ("moved", 2), ("sold", 3)]
    assert [(row["from_farm_id"], row["to_farm_id"]) for row in rows] == [
        (None, yard.farm_id),
        (yard.farm_id, there),
        (there, there),
    ]
    assert rows[-1]["reference_id"] == str(order_id)
    assert [row["recorded_by"] for row in rows] == [str(yard.admin), str(yard.admin), None]
    seen = (await yard.get(f"livestock/{animal}", ANNA)).json()
    assert (seen["farm_id"], seen["version"], seen["status"]) == (there, 3, "assigned")
    assert (await occupancy(yard, yard.farm_id), await occupancy(yard, there)) == (0, 1)
    [moved] = await rig.events(LivestockMoved)
    assert (moved.farm_name, str(moved.farm_id)) == ("Karacabey", there)


async def test_the_register_is_for_the_owner_and_the_farms_people(yard):
    animal = await yard.register()
    await yard.sell(animal, ANNA)
    assert len(await register_of(yard, animal, user=ANNA)) == 2
    assert all("recorded_by" not in row for row in await register_of(yard, animal, user=ANNA))
    for role in ["farm_staff", "veterinarian"]:
        assert len(await register_of(yard, animal, user=new_id(), role=role)) == 2
    assert (await yard.get(f"livestock/{animal}/movements", BORA)).json()["code"] == "forbidden"
    assert (await yard.get(f"livestock/{animal}/movements")).status_code == 401
    assert (await yard.get(f"livestock/{new_id()}/movements", ANNA)).json()["code"] == "livestock_not_found"


async def test_the_register_comes_in_pages(yard):
    animal, there = await yard.register(), await yard.add_farm("Karacabey")
    for farm in [there, yard.farm_id, there]:
        assert (await move(yard, animal, farm)).status_code == 200
    rows = await register_of(yard, animal)
    path = f"livestock/{animal}/movements"
    pages = await yard.pages(path, 1, user=yard.admin, role="admin")
    assert pages == [row["id"] for row in reversed(rows)]


async def test_a_move_that_cannot_be_is_refused_and_changes_nothing(yard):
    animal, full = await yard.register(), await yard.add_farm("One Pen", capacity=1)
    await yard.register(farm_id=full)
    for livestock_id, farm_id, status, code in [
        (animal, yard.farm_id, 409, "already_there"),
        (animal, full, 409, "farm_full"),
        (animal, new_id(), 422, "unknown_farm"),
        (new_id(), full, 404, "livestock_not_found"),
    ]:
        answer = await move(yard, livestock_id, farm_id)
        assert (answer.status_code, answer.json()["code"]) == (status, code)
    assert (await occupancy(yard, yard.farm_id), await occupancy(yard, full)) == (1, 1)
    assert len(await register_of(yard, animal)) == 1


async def test_only_administrators_move_animals(yard):
    animal, there = await yard.register(), await yard.add_farm("Karacabey")
    for role in ["investor", "gamer", "farm_staff", "veterinarian"]:
        assert (await move(yard, animal, there, role=role)).json()["code"] == "forbidden"


async def test_the_last_place_of_a_farm_is_not_taken_by_two_movers(yard):
    small = await yard.add_farm("Two Pens", capacity=2)
    animals = [await yard.register() for _ in range(8)]
    answers = await asyncio.gather(*(move(yard, animal, small) for animal in animals))
    assert sorted(answer.status_code for answer in answers) == [200] * 2 + [409] * 6
    assert {answer.json()["code"] for answer in answers if answer.status_code == 409} == {"farm_full"}
    assert (await occupancy(yard, small), await occupancy(yard, yard.farm_id)) == (2, 6)


async def test_animals_that_swap_farms_at_once_do_not_deadlock(yard):
    there = await yard.add_farm("Karacabey")
    here = [await yard.register() for _ in range(5)]
    away = [await yard.register(farm_id=there) for _ in range(5)]
    answers = await asyncio.gather(
        *(move(yard, animal, there) for animal in here), *(move(yard, animal, yard.farm_id) for animal in away)
    )
    assert {answer.status_code for answer in answers} == {200}
    assert (await occupancy(yard, yard.farm_id), await occupancy(yard, there)) == (5, 5)


async def test_one_animal_moved_by_many_at_once_is_in_one_farm(yard):
    animal = await yard.register()
    farms = [await yard.add_farm(f"Farm {number}") for number in range(5)]
    answers = await asyncio.gather(*(move(yard, animal, farm) for farm in farms))
    refused = [answer.json()["code"] for answer in answers if answer.status_code == 409]
    assert set(refused) <= {"moved_meanwhile"}
    where = (await yard.get(f"livestock/{animal}")).json()["farm_id"]
    assert [await occupancy(yard, farm) for farm in farms] == [int(farm == where) for farm in farms]
    rows = await register_of(yard, animal)
    assert [row["version"] for row in rows] == list(range(1, 7 - len(refused)))
    assert all(after["from_farm_id"] == before["to_farm_id"] for before, after in pairwise(rows))


async def test_a_sale_and_a_move_at_once_both_count(yard, rig, outsider, somebody_waits):
    animal, there = await yard.register(), await yard.add_farm("Karacabey")
    async with outsider.transaction():
        await outsider.execute("SELECT FROM livestock WHERE id = $1 FOR UPDATE", animal)
        both = asyncio.gather(move(yard, animal, there), yard.sell(animal, ANNA))
        await somebody_waits()
    await both
    seen = (await yard.get(f"livestock/{animal}", ANNA)).json()
    assert (seen["farm_id"], seen["owner_id"], seen["version"]) == (there, str(ANNA), 3)
    assert {row["kind"] for row in await register_of(yard, animal)} == {"bought_in", "moved", "sold"}


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE livestock_movements SET occurred_at = occurred_at",
        "DELETE FROM livestock_movements",
        "TRUNCATE livestock_movements",
    ],
)
async def test_the_register_is_never_rewritten(yard, outsider, statement):
    await yard.register()
    with pytest.raises(asyncpg.RestrictViolationError, match="append-only"):
        await outsider.execute(statement)


async def test_the_database_itself_refuses_a_row_that_makes_no_sense(yard, outsider):
    animal = await yard.register()
    insert = (
        "INSERT INTO livestock_movements (id, livestock_id, version, kind, from_farm_id, to_farm_id, occurred_at, "
        "recorded_at, reference_id) VALUES ($1, $2, $3, $4, $5, $6, now(), now(), $1)"
    )
    for kind, source, target in [
        ("moved", yard.farm_id, yard.farm_id),
        ("moved", None, yard.farm_id),
        ("sold", yard.farm_id, None),
        ("died", yard.farm_id, yard.farm_id),
        ("corrected", None, yard.farm_id),
        ("flew_away", yard.farm_id, None),
    ]:
        with pytest.raises(asyncpg.CheckViolationError):
            await outsider.execute(insert, new_id(), animal, 2, kind, source, target)
    with pytest.raises(asyncpg.UniqueViolationError):
        await outsider.execute(insert, new_id(), animal, 1, "bought_in", None, yard.farm_id)
