"""Who may do and see what."""

import pytest

from amigok_chassis.ids import new_id

ANNA, BORA = new_id(), new_id()
PRIVATE = {"owner_id", "owned_since", "purchase_price", "unique_id_card", "registered_at", "version"}


@pytest.fixture
async def annas(yard):
    animal = await yard.register()
    await yard.sell(animal, ANNA)
    return animal


async def test_only_administrators_add(yard):
    for path in ["livestock-types", "livestock-breeds", "farms", "livestock"]:
        for role in ["investor", "gamer", "farm_staff", "veterinarian"]:
            answer = await yard.rig.request("POST", f"/api/v1/admin/{path}", user=new_id(), role=role, json={})
            assert (answer.status_code, answer.json()["code"]) == (403, "forbidden")
        answer = await yard.rig.request("POST", f"/api/v1/admin/{path}", json={})
        assert (answer.status_code, answer.json()["code"]) == (401, "unauthenticated")


async def test_the_farms_people_see_all_of_an_animal(yard, annas):
    for role in ["admin", "farm_staff", "veterinarian"]:
        animal = (await yard.get(f"livestock/{annas}", new_id(), role)).json()
        assert set(animal) >= PRIVATE
        assert animal["owner_id"] == str(ANNA)
        assert animal["purchase_price"]["amount"] == "300.00"
        assert (await yard.get(f"livestock/{annas}/owner-history", new_id(), role)).status_code == 200


async def test_the_owner_sees_all_of_it(yard, annas):
    assert set((await yard.get(f"livestock/{annas}", ANNA)).json()) >= PRIVATE
    assert (await yard.get(f"livestock/{annas}/owner-history", ANNA)).status_code == 200


async def test_others_see_an_animal_but_not_whose_it_is(yard, annas):
    for viewer in [None, BORA]:
        answer = await yard.get(f"livestock/{annas}", viewer)
        assert answer.status_code == 200
        assert PRIVATE.isdisjoint(answer.json())
        assert str(ANNA) not in answer.text


async def test_lists_for_everybody_tell_no_owner(yard):
    await yard.register()
    [animal] = (await yard.get(f"farms/{yard.farm_id}/livestock", yard.admin, "admin")).json()["items"]
    assert PRIVATE.isdisjoint(animal)


async def test_owner_history_is_not_for_others(yard, annas):
    answer = await yard.get(f"livestock/{annas}/owner-history", BORA)
    assert (answer.status_code, answer.json()["code"]) == (403, "forbidden")
    assert (await yard.get(f"livestock/{annas}/owner-history")).status_code == 401


async def test_who_sold_an_animal_no_longer_sees_what_follows(yard, annas):
    await yard.sell(annas, BORA, seller=ANNA)
    assert (await yard.get(f"livestock/{annas}/owner-history", ANNA)).status_code == 403
    assert PRIVATE.isdisjoint((await yard.get(f"livestock/{annas}", ANNA)).json())
    assert (await yard.get(f"livestock/{annas}/owner-history", BORA)).status_code == 200


async def test_the_platforms_animals_are_private_to_the_farms_people_too(yard):
    animal = await yard.register()
    assert PRIVATE.isdisjoint((await yard.get(f"livestock/{animal}", BORA)).json())
    assert (await yard.get(f"livestock/{animal}/owner-history", BORA)).status_code == 403


async def test_everybody_lists_only_their_own_animals(yard, annas):
    assert await yard.pages("my-livestock", 10, user=ANNA) == [str(annas)]
    assert await yard.pages("my-livestock", 10, user=BORA) == []
    assert await yard.pages("my-livestock", 10, user=yard.admin, role="admin") == []
    assert (await yard.get("my-livestock")).status_code == 401


async def test_what_does_not_exist_is_not_found(yard):
    for path, code in [
        ("farms/{}", "farm_not_found"),
        ("farms/{}/livestock", "farm_not_found"),
        ("livestock/{}", "livestock_not_found"),
        ("livestock/{}/owner-history", "livestock_not_found"),
    ]:
        answer = await yard.get(path.format(new_id()), ANNA)
        assert (answer.status_code, answer.json()["code"]) == (404, code)
