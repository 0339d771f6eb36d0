"""Which transponder an animal carries, when it was born and of whom."""

import asyncio
from datetime import timedelta

import pytest
from asyncpg.exceptions import CheckViolationError

from amigok_chassis import clock
from amigok_chassis.ids import new_id

NOTHING = dict.fromkeys(["eid", "date_of_birth", "genetic_dam_id", "sire_id", "birth_dam_id"])


async def put(yard, animal, **particulars):
    """Writes them; where that is a correction, two people do."""
    body = {name: str(value) if value is not None else None for name, value in (NOTHING | particulars).items()}
    seen = (await yard.get(f"livestock/{animal}", yard.admin, "admin")).json()
    body["version"] = seen.get("version", 1)
    path = f"admin/livestock/{animal}/particulars"
    answer = await yard.change("PUT", path, body)
    if answer.json().get("code") != "second_person_needed":
        return answer
    assert (await yard.by_two(path, body)).status_code == 200
    return await yard.get(f"livestock/{animal}", yard.admin, "admin")


async def test_an_eid_is_kept_in_one_form_and_shown_to_those_who_see_all(yard):
    animal = await yard.register(eid="80:00:F5:80:07:5B:CD:15")
    assert (await yard.get(f"livestock/{animal}", yard.admin, "admin")).json()["eid"] == "982000123456789"
    assert "eid" not in (await yard.get(f"livestock/{animal}")).json()


async def test_an_eid_is_carried_by_one_animal_even_when_registered_at_once(yard):
    other = await yard.add_farm("Karacabey")
    forms = ["982 000123456789", "8000F580075BCD15", "9223641967082851605", "982000123456789"]
    answers = await asyncio.gather(
        *(yard.post("livestock", **yard.sheep(eid=form, farm_id=at)) for form in forms for at in (yard.farm_id, other))
    )
    assert sorted(answer.status_code for answer in answers) == [201] + [409] * 7
    assert {answer.json()["code"] for answer in answers if answer.status_code == 409} == {"eid_taken"}
    free = await yard.register()
    assert (await put(yard, free, eid="982000123456789")).json()["code"] == "eid_taken"


async def test_a_test_code_is_refused(yard):
    for odd in ["999000000000001", "982", "x" * 41, "", 982000123456789, "9820001234567\x0089"]:
        answer = await yard.post("livestock", **yard.sheep(eid=odd))
        assert (answer.status_code, answer.json()["code"]) == (422, "invalid_request"), odd


async def test_an_offspring_knows_its_parents(yard):
    dam, bearer = await yard.register(), await yard.register()
    sire = await yard.register(sex="male")
    parents = {"genetic_dam_id": str(dam), "sire_id": str(sire), "birth_dam_id": str(bearer)}
    lamb = await yard.register(date_of_birth="2025-03-01", **parents)
    shown = (await yard.get(f"livestock/{lamb}", yard.admin, "admin")).json()
    assert shown.items() >= parents.items()
    assert set(parents).isdisjoint((await yard.get(f"livestock/{lamb}")).json())
    cleared = await put(yard, lamb, date_of_birth="2025-03-02", birth_dam_id=dam)
    assert cleared.json().items() >= {"genetic_dam_id": None, "birth_dam_id": str(dam), "version": 2}.items()


async def test_parents_fit(yard):
    goats = await yard.add("livestock-types", name="Goat")
    boer = await yard.add("livestock-breeds", livestock_type_id=goats, name="Boer")
    ewe, ram = await yard.register(), await yard.register(sex="male")
    doe = await yard.register(breed_id=boer)
    ageless = await yard.register(date_of_birth=None)
    await yard.register(date_of_birth="2020-01-01", genetic_dam_id=str(ageless))
    young = "2025-01-01"
    for born, parents, reason in [
        (young, {"genetic_dam_id": ram}, "wrong_sex"),
        (young, {"birth_dam_id": ram}, "wrong_sex"),
        (young, {"sire_id": ewe}, "wrong_sex"),
        (young, {"genetic_dam_id": doe}, "other_type"),
        ("2024-03-01", {"sire_id": ram}, "not_older"),
        ("2023-03-01", {"birth_dam_id": ewe}, "not_older"),
    ]:
        body = {role: str(parent) for role, parent in parents.items()}
        lamb = await yard.register(date_of_birth=born)
        for refused in [
            await yard.post("livestock", **yard.sheep(date_of_birth=born, **body)),
            await put(yard, lamb, date_of_birth=born, **parents),
        ]:
            problem = refused.json()
            assert (refused.status_code, problem["code"]) == (422, "unfit_parent"), problem
            assert (problem["reason"], problem["parent"]) == (reason, next(iter(parents)))
    missing = await yard.post("livestock", **yard.sheep(sire_id=str(new_id())))
    assert (missing.status_code, missing.json()["code"]) == (422, "unknown_parent")


async def test_no_animal_descends_from_itself(yard):
    first, second, third = [await yard.register(date_of_birth=None) for _ in range(3)]
    for child, dam in [(second, first), (third, second)]:
        assert (await put(yard, child, genetic_dam_id=dam)).status_code == 200
    for dam in (third, second, first):
        refused = await put(yard, first, birth_dam_id=dam)
        assert (refused.status_code, refused.json()["reason"]) == (422, "descendant")


async def test_two_changes_at_once_close_no_circle(yard):
    first, second = [await yard.register(date_of_birth=None) for _ in range(2)]
    answers = await asyncio.gather(
        *(put(yard, child, genetic_dam_id=dam) for child, dam in [(first, second), (second, first)] * 3)
    )
    assert {answer.status_code for answer in answers} <= {200, 409, 422}
    dams = [
        (await yard.get(f"livestock/{each}", yard.admin, "admin")).json()["genetic_dam_id"] for each in (first, second)
    ]
    assert dams.count(None) == 1


async def test_a_dam_stays_older_than_her_offspring(yard, outsider, somebody_waits):
    dam = await yard.register(date_of_birth=None)
    await yard.register(date_of_birth="2025-01-01", birth_dam_id=str(dam))
    refused = await put(yard, dam, date_of_birth="2025-01-01")
    assert (refused.status_code, refused.json()["code"]) == (409, "offspring_not_younger")
    assert (await put(yard, dam, date_of_birth="2024-12-31")).status_code == 200

    holding = outsider.transaction()
    await holding.start()
    await outsider.execute("SELECT FROM livestock WHERE id = $1 FOR SHARE", dam)  # as a birth does
    aging = asyncio.create_task(put(yard, dam, date_of_birth="2024-06-01"))
    await somebody_waits()
    await holding.rollback()
    assert (await aging).status_code == 200


async def test_a_date_of_birth_is_of_this_life(yard):
    tomorrow = (clock.now() + timedelta(days=1)).date()
    animal = await yard.register()
    for born, code in [
        (tomorrow, "born_in_future"),
        ("9999-12-31", "born_in_future"),
        ("0001-01-01", "born_too_early"),
        ("1960-01-01", "born_too_early"),
    ]:
        assert (await yard.post("livestock", **yard.sheep(date_of_birth=str(born)))).json()["code"] == code
        assert (await put(yard, animal, date_of_birth=born)).json()["code"] == code
    missing = await put(yard, new_id())
    assert (missing.status_code, missing.json()["code"]) == (404, "livestock_not_found")


@pytest.mark.parametrize(
    "change", ["eid = '999000000000001'", "eid = '98'", "sire_id = id", "date_of_birth = now() + '2 days'"]
)
async def test_the_database_itself_refuses_what_cannot_be(yard, rig, change):
    await yard.register()
    with pytest.raises(CheckViolationError):
        await rig.db.fetch(f"UPDATE livestock SET {change}")
