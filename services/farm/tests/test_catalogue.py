"""Types, breeds, farms and staff change; what is in use is retired, not removed."""

import asyncio

import pytest

from amigok_chassis.ids import new_id


def farm(**changes):
    return {"name": "Göynük Farm", "latitude": 38.4622, "longitude": 27.2163, "capacity": 500, "version": 1} | changes


async def test_a_type_and_a_breed_become_what_is_put(yard):
    kind = {
        "name": "Goat",
        "description": "Horns",
        "icon_url": "https://cdn.example.com/goat.svg",
        "is_active": True,
        "version": 1,
    }
    answer = await yard.change("PUT", f"admin/livestock-types/{yard.type_id}", kind)
    assert answer.json() == {"id": yard.type_id, "created_by": str(yard.admin), **kind, "version": 2}
    breed = {
        "name": "Boer",
        "description": None,
        "typical_weight_kg": "95.50",
        "is_active": True,
        "version": 1,
        "characteristics": {"horned": True, "coat": "white", "litter": 2, "uses": ["meat", "hides"], "height_m": 0.75},
    }
    answer = await yard.change("PUT", f"admin/livestock-breeds/{yard.breed_id}", breed)
    whole = {"id": yard.breed_id, "livestock_type_id": yard.type_id, **breed, "version": 2}
    assert answer.json() == whole | {"created_by": str(yard.admin)}
    assert (await yard.get("livestock-breeds")).json()["items"] == [whole]


async def test_administrators_see_who_added_to_the_catalogue_and_nobody_else(yard):
    other = new_id()
    for path, row in (("livestock-types", yard.type_id), ("livestock-breeds", yard.breed_id)):
        body = {"name": "Goat", "is_active": True, "version": 1}
        changed = await yard.change("PUT", f"admin/{path}/{row}", body, user=other, role="admin")
        [item] = (await yard.get(path, other, "admin")).json()["items"]
        assert (changed.json()["created_by"], item["created_by"]) == (str(yard.admin), str(yard.admin))
        for viewer in ((None,), (yard.hand, "farm_staff")):
            [item] = (await yard.get(path, *viewer)).json()["items"]
            assert "created_by" not in item


async def test_what_is_in_use_is_retired_and_what_is_not_is_removed(yard):
    idle = await yard.add("livestock-breeds", livestock_type_id=yard.type_id, name="Idle")
    await yard.register()
    for breed in (idle, yard.breed_id):
        assert (await yard.change("DELETE", f"admin/livestock-breeds/{breed}")).status_code == 204
    assert (await yard.get("livestock-breeds")).json()["items"] == []
    [left] = (await yard.get("livestock-breeds?include_retired=true")).json()["items"]
    assert (left["id"], left["is_active"]) == (yard.breed_id, False)

    assert (await yard.change("DELETE", f"admin/livestock-types/{yard.type_id}")).status_code == 204
    assert (await yard.get("livestock-types")).json()["items"] == []
    [kept] = (await yard.get("livestock-types?include_retired=true")).json()["items"]
    assert kept["is_active"] is False
    empty = await yard.add("livestock-types", name="Ostrich")
    assert (await yard.change("DELETE", f"admin/livestock-types/{empty}")).status_code == 204
    answer = await yard.change("DELETE", f"admin/livestock-types/{empty}")
    assert (answer.status_code, answer.json()["code"]) == (404, "livestock_type_not_found")


async def test_what_is_retired_takes_no_new_animals_until_it_is_back(yard):
    body = {"name": "Merino", "is_active": False, "version": 1}
    await yard.change("PUT", f"admin/livestock-breeds/{yard.breed_id}", body)
    refused = await yard.post("livestock", **yard.sheep())
    assert (refused.status_code, refused.json()["code"]) == (409, "retired")
    await yard.change("PUT", f"admin/livestock-breeds/{yard.breed_id}", body | {"is_active": True, "version": 2})
    await yard.register()

    await yard.change("DELETE", f"admin/livestock-types/{yard.type_id}")
    assert (await yard.post("livestock", **yard.sheep())).json()["code"] == "retired"
    refused = await yard.post("livestock-breeds", livestock_type_id=yard.type_id, name="Texel")
    assert refused.json()["code"] == "retired"
    assert (await yard.get("livestock-breeds")).json()["items"] == []


async def test_a_breed_is_not_removed_from_under_an_animal_that_is_coming(yard, outsider, somebody_waits):
    registering = outsider.transaction()
    await registering.start()
    await outsider.execute("SELECT FROM livestock_breeds FOR KEY SHARE")  # as a registration does
    dropping = asyncio.create_task(yard.change("DELETE", f"admin/livestock-breeds/{yard.breed_id}"))
    await somebody_waits()
    await outsider.execute(
        "INSERT INTO livestock (id, version, farm_id, breed_id, livestock_type_id, status, tag_number, unique_id_card,"
        " sex, weight_kg, price_per_kg_minor, currency, registered_at)"
        " VALUES ($1, 1, $2, $3, $4, 'available', 'T', 'C', 'male', 50, 100, 'USD', now())",
        new_id(),
        yard.farm_id,
        yard.breed_id,
        yard.type_id,
    )
    await registering.commit()
    assert (await dropping).status_code == 204
    [breed] = (await yard.get("livestock-breeds?include_retired=true")).json()["items"]
    assert breed["is_active"] is False


async def test_a_registration_that_waited_for_a_retirement_is_refused(yard, outsider, somebody_waits):
    retiring = outsider.transaction()
    await retiring.start()
    await outsider.execute("SELECT FROM livestock_breeds FOR UPDATE")
    coming = asyncio.create_task(yard.post("livestock", **yard.sheep()))
    await somebody_waits()
    await outsider.execute("UPDATE livestock_breeds SET is_active = false")
    await retiring.commit()
    assert (await coming).json()["code"] == "retired"


@pytest.mark.parametrize(
    "url",
    [
        "http://example.com/a.svg",
        "https://",
        "https://user:pw@example.com/",
        "javascript:alert(1)",
        "https://example.com/ a",
        "https://example.com/" + "a" * 500,
        "//example.com",
        "https://exa\x00mple.com/",
    ],
)
async def test_an_icon_is_fetched_over_https_only(yard, url):
    answer = await yard.post("livestock-types", name="Goat", icon_url=url)
    assert (answer.status_code, answer.json()["code"]) == (422, "invalid_request")


async def test_characteristics_are_a_small_flat_object(yard):
    for odd in [
        [],
        "x",
        {"a": {"b": 1}},
        {"a": None},
        {"a b": 1},
        {"": 1},
        {"a": "\x00"},
        {"a": "x" * 201},
        {"a": [1]},
        {"a": 1e300},
        {"a": 10**30},
        {f"k{n}": 1 for n in range(31)},
        {"a": ["x"] * 21},
        {"a": "\ud800"},
    ]:
        answer = await yard.post("livestock-breeds", livestock_type_id=yard.type_id, name="Boer", characteristics=odd)
        assert answer.status_code == 422, odd


async def test_a_farm_becomes_what_is_put(yard):
    papers = [{"name": "Organic", "issued_by": "TÜV", "number": "TR-1", "valid_until": "2030-01-31"}]
    body = farm(
        name="New Name", capacity=7, facilities=["barn", "milking parlour"], certifications=papers, latitude=1.5
    )
    answer = await yard.change("PUT", f"admin/farms/{yard.farm_id}", body)
    assert answer.status_code == 200, answer.text
    assert answer.json().items() >= (body | {"version": 2}).items()
    assert (await yard.get(f"farms/{yard.farm_id}")).json() == answer.json()
    near = (await yard.get("farms?near=1.5,27.2163")).json()["items"]
    assert [each["distance_km"] for each in near] == [0]


async def test_odd_farms_are_refused(yard):
    for odd in [
        {"facilities": "barn"},
        {"facilities": ["x"] * 51},
        {"facilities": [""]},
        {"certifications": [{"nom": "x"}]},
        {"certifications": [{"name": "x", "valid_until": "soon"}]},
        {"certifications": [{"name": "x"}] * 21},
        {"capacity": 0},
        {"current_occupancy": 0},
        {"latitude": 90.1},
    ]:
        answer = await yard.change("PUT", f"admin/farms/{yard.farm_id}", farm(**odd))
        assert answer.status_code == 422, odd
    other = await yard.add_farm("Karacabey")
    taken = await yard.change("PUT", f"admin/farms/{other}", farm(name="GÖYNÜK farm"))
    assert (taken.status_code, taken.json()["code"]) == (409, "farm_exists")
    missing = await yard.change("PUT", f"admin/farms/{new_id()}", farm(name="Other"))
    assert (missing.status_code, missing.json()["code"]) == (404, "farm_not_found")


async def test_capacity_never_falls_below_the_animals_that_come_at_once(yard):
    small = await yard.add_farm("Two Pens", capacity=20)
    answers = await asyncio.gather(
        *(yard.post("livestock", **yard.sheep(farm_id=small)) for _ in range(10)),
        *(yard.change("PUT", f"admin/farms/{small}", farm(name="Two Pens", capacity=5)) for _ in range(5)),
        *(yard.post("livestock", **yard.sheep(farm_id=small)) for _ in range(5)),
    )
    assert {answer.status_code for answer in answers} <= {200, 201, 409}
    assert {answer.json()["code"] for answer in answers if answer.status_code == 409} <= {
        "farm_full",
        "capacity_below_occupancy",
        "version_conflict",
    }
    left = (await yard.get(f"farms/{small}")).json()
    assert left["current_occupancy"] == sum(answer.status_code == 201 for answer in answers)
    assert left["current_occupancy"] <= left["capacity"]


async def test_a_farm_with_two_animals_has_no_room_for_one(yard):
    await yard.register()
    await yard.register()
    refused = await yard.change("PUT", f"admin/farms/{yard.farm_id}", farm(capacity=1))
    assert (refused.status_code, refused.json()["code"]) == (409, "capacity_below_occupancy")
    assert refused.json()["occupancy"] == 2
    assert (await yard.change("PUT", f"admin/farms/{yard.farm_id}", farm(capacity=2))).status_code == 200


async def test_staff_are_put_listed_and_taken_off(yard):
    farm_id = await yard.add_farm("Without Staff")
    path, people = f"admin/farms/{farm_id}/staff", sorted(str(new_id()) for _ in range(3))
    for person in [*people, people[0]]:
        assert (await yard.change("PUT", f"{path}/{person}")).json()["user_id"] == person
    first = (await yard.get(f"{path}?limit=2", yard.admin, "admin")).json()
    rest = (await yard.get(f"{path}?limit=2&cursor={first['next_cursor']}", yard.admin, "admin")).json()
    assert [each["user_id"] for each in first["items"] + rest["items"]] == people[::-1]
    assert (await yard.change("DELETE", f"{path}/{people[1]}")).status_code == 204
    again = await yard.change("DELETE", f"{path}/{people[1]}")
    assert (again.status_code, again.json()["code"]) == (404, "not_farm_staff")
    for answer in [
        await yard.change("PUT", f"admin/farms/{new_id()}/staff/{people[0]}"),
        await yard.get(f"admin/farms/{new_id()}/staff", yard.admin, "admin"),
    ]:
        assert (answer.status_code, answer.json()["code"]) == (404, "farm_not_found")


async def test_the_catalogue_is_administrators_to_change(yard):
    someone = str(new_id())
    for method, path in [
        ("PUT", f"livestock-types/{yard.type_id}"),
        ("DELETE", f"livestock-types/{yard.type_id}"),
        ("PUT", f"livestock-breeds/{yard.breed_id}"),
        ("DELETE", f"livestock-breeds/{yard.breed_id}"),
        ("PUT", f"farms/{yard.farm_id}"),
        ("PUT", f"farms/{yard.farm_id}/staff/{someone}"),
        ("DELETE", f"farms/{yard.farm_id}/staff/{someone}"),
        ("GET", f"farms/{yard.farm_id}/staff"),
        ("PUT", f"livestock/{someone}/price"),
        ("PUT", f"livestock/{someone}/particulars"),
    ]:
        for role in ["investor", "gamer", "farm_staff", "veterinarian"]:
            answer = await yard.change(method, f"admin/{path}", user=new_id(), role=role)
            assert (answer.status_code, answer.json()["code"]) == (403, "forbidden"), (method, path, role)
        assert (await yard.rig.request(method, f"/api/v1/admin/{path}")).status_code == 401
