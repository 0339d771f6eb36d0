"""What is likely of animals of a type, and that it takes two people to say otherwise."""

from datetime import date, timedelta
from decimal import Decimal

import pytest

from amigok_chassis import clock
from amigok_chassis.ids import new_id
from farm.bounds.rules import Bounds, grown

ANNA = new_id()
WIDE = {"litter": 20, "heaviest_kg": 5000, "grown_percent": 400, "gain_permille": 100}


async def weigh(yard, animal, kg, **body):
    hand = {"user": yard.hand, "role": "farm_staff"}
    return await yard.change("POST", f"livestock/{animal}/weights", {"weight_kg": kg, **body}, **hand)


@pytest.mark.parametrize("kg", ["4999", "126.00"])
async def test_no_ewe_weighs_as_much_as_her_owner_would_like(yard, kg):
    animal = await yard.bought(ANNA)
    clock.set_offset(timedelta(days=400))
    refused = await weigh(yard, animal, kg)
    assert (refused.status_code, refused.json()["code"]) == (409, "second_person_needed")
    assert "weight_for_age" in refused.json()["why"]
    assert (await yard.get(f"livestock/{animal}")).json()["weight_kg"] == "62.50"


async def test_small_steps_do_not_add_up_to_what_one_large_one_may_not_be(yard):
    animal, kg = await yard.bought(ANNA), Decimal("62.50")
    for step in range(1, 12):
        clock.set_offset(timedelta(minutes=step))
        await weigh(yard, animal, str((kg * Decimal("1.1")).quantize(Decimal("0.01"))))
        kg = Decimal((await yard.get(f"livestock/{animal}")).json()["weight_kg"])
    assert kg < Decimal("62.50") * Decimal("1.16")


async def test_a_lamb_grows_as_lambs_do(yard, rig):
    dam, tag = await yard.bought(ANNA), "LAMB"
    lamb = {"sex": "male", "tag_number": tag, "unique_id_card": tag, "weight_kg": "4.20"}
    hand = {"user": yard.hand, "role": "farm_staff"}
    body = {"born_at": clock.now().isoformat(), "offspring": [lamb]}
    [born] = (await yard.change("POST", f"livestock/{dam}/births", body, **hand)).json()["offspring"]
    for days, kg, status in [(14, "9.50", 201), (30, "15.00", 201), (31, "60.00", 409), (100, "38.00", 201)]:
        clock.set_offset(timedelta(days=days))
        answer = await weigh(yard, born["id"], kg)
        assert answer.status_code == status, answer.text


async def test_bounds_are_widened_by_two_people(yard, rig):
    path = f"livestock-types/{yard.type_id}/bounds"
    read = (await yard.get(f"staff/{path}", yard.hand, "farm_staff")).json()
    assert read == {"version": 1, "bounds": Bounds().model_dump()}
    body = {"version": 1, "bounds": WIDE}
    answer = await yard.change("PUT", f"admin/{path}", body)
    assert answer.status_code == 202, answer.text
    assert (await yard.get(f"staff/{path}", yard.hand, "farm_staff")).json() == read
    assert (await rig.decided(answer)).status_code == 200
    now = (await yard.get(f"staff/{path}", yard.hand, "farm_staff")).json()
    assert now == {"version": 2, "bounds": Bounds(**WIDE).model_dump()}
    stale = await yard.change("PUT", f"admin/{path}", body)
    assert (stale.status_code, stale.json()["code"], stale.json()["version"]) == (409, "version_conflict", 2)
    missing = await yard.change("PUT", f"admin/livestock-types/{new_id()}/bounds", body)
    assert (missing.status_code, missing.json()["code"]) == (404, "livestock_type_not_found")


async def test_bounds_that_changed_while_others_were_proposed_are_not_overwritten(yard, rig):
    path = f"admin/livestock-types/{yard.type_id}/bounds"
    first, second = [await yard.change("PUT", path, {"version": 1, "bounds": {"litter": n}}) for n in (5, 6)]
    assert (await rig.decided(first)).status_code == 200
    late = await rig.decided(second)
    assert (late.status_code, late.json()["code"]) == (409, "version_conflict")


@pytest.mark.parametrize(
    "odd", [{"litter": 0}, {"litter": 21}, {"litter": "4"}, {"heaviest_kg": 10**9}, {"grown_percent": 99}, {"x": 1}]
)
async def test_odd_bounds_are_refused(yard, odd):
    answer = await yard.change("PUT", f"admin/livestock-types/{yard.type_id}/bounds", {"version": 1, "bounds": odd})
    assert (answer.status_code, answer.json()["code"]) == (422, "invalid_request")


@pytest.mark.parametrize(
    ("born", "most"),
    [(None, "120"), (date(2024, 1, 1), "120"), (date(2026, 1, 1), "10.35"), (date(2025, 12, 2), "31.05")],
)
def test_what_an_animal_weighs_at_most_follows_from_its_age(born, most):
    assert Bounds().most(Decimal(60), born=born, on=date(2026, 1, 1)) == Decimal(most)


def test_of_an_animal_of_which_nobody_knows_anything_only_the_heaviest_is_known():
    assert Bounds().most(None, born=None, on=date(2026, 1, 1)) == 1500


@pytest.mark.parametrize(("age", "kg"), [(None, "47"), (0, "470"), (365, "47"), (5000, "47"), (-1, "470")])
def test_what_an_animal_weighs_grown_follows_from_what_it_weighed_when_it_came(age, kg):
    assert grown(Decimal(47), age_days=age) == Decimal(kg)


async def test_a_lamb_of_unknown_parents_does_not_become_a_bull(yard):
    born = (clock.now() - timedelta(days=300)).date().isoformat()
    animal = await yard.register(date_of_birth=born, weight_kg="47.50")
    clock.set_offset(timedelta(days=30))
    assert (await weigh(yard, animal, "58.00")).status_code == 201
    clock.set_offset(timedelta(days=60))
    assert "weight_for_age" in (await weigh(yard, animal, "120.00")).json()["why"]


async def test_what_a_breed_weighs_is_changed_by_two_people_once_it_has_animals(yard, rig):
    path = f"admin/livestock-breeds/{yard.breed_id}"
    body = {"name": "Merino", "is_active": True, "version": 1, "typical_weight_kg": "70.00"}
    assert (await yard.change("PUT", path, body)).status_code == 200
    await yard.register()
    alone = await yard.change("PUT", path, body | {"version": 2, "typical_weight_kg": "700.00"})
    assert (alone.status_code, alone.json()["why"]) == (409, ["typical_weight"])
    assert (await yard.change("PUT", path, body | {"version": 2, "name": "Fine Merino"})).status_code == 200
    wanted = {"version": 3, "typical_weight_kg": "80.00"}
    answer = await yard.change("PUT", f"{path}/typical-weight", wanted)
    assert (await rig.decided(answer)).status_code == 200
    [breed] = (await yard.get("livestock-breeds")).json()["items"]
    assert (breed["typical_weight_kg"], breed["version"]) == ("80.00", 4)
    stale = await yard.change("PUT", f"{path}/typical-weight", wanted)
    assert (stale.status_code, stale.json()["code"]) == (409, "version_conflict")
    missing = await yard.change("PUT", f"admin/livestock-breeds/{new_id()}/typical-weight", wanted)
    assert (missing.status_code, missing.json()["code"]) == (404, "livestock_breed_not_found")
