"""Lists page through all rows; odd input is the sender's fault, with a problem that says so."""

import asyncio
import base64
import json
from itertools import pairwise

import pytest

from amigok_chassis.ids import new_id

ANNA = new_id()
BREEDS = ["Awassi", "Dorper", "Suffolk", "Karakul", "Romney", "Texel", "Güney Karaman"]


@pytest.mark.parametrize("limit", [1, 2, 3, 7, 100])
async def test_pages_have_every_row_once(yard, limit):
    goats = await yard.add("livestock-types", name="Goat")
    breeds = [await yard.add("livestock-breeds", livestock_type_id=yard.type_id, name=name) for name in BREEDS]
    boer = await yard.add("livestock-breeds", livestock_type_id=goats, name="Boer")
    animals = [str(await yard.register(breed_id=breed)) for breed in breeds]
    farms = [yard.farm_id, await yard.add_farm("Karacabey"), await yard.add_farm("Ürgüp")]
    sheep_breeds = [yard.breed_id, *breeds]

    assert await yard.pages("livestock-types", limit) == [goats, yard.type_id]
    assert await yard.pages("farms", limit) == farms[::-1]
    assert await yard.pages("livestock-breeds", limit) == [boer, *sheep_breeds[::-1]]
    assert await yard.pages(f"farms/{yard.farm_id}/livestock", limit) == animals[::-1]
    of_type = (await yard.get(f"livestock-breeds?limit=100&livestock_type_id={yard.type_id}")).json()["items"]
    assert [breed["id"] for breed in of_type] == sheep_breeds[::-1]

    await asyncio.gather(*(yard.sell(animal, ANNA) for animal in animals[:5]))
    assert await yard.pages("my-livestock", limit, user=ANNA) == animals[4::-1]
    assert await yard.pages(f"farms/{yard.farm_id}/livestock", limit) == animals[:4:-1]


async def test_owner_history_pages_from_now_to_the_beginning(yard):
    animal = await yard.register()
    owners = [None, *(new_id() for _ in range(5))]
    for seller, buyer in pairwise(owners):
        await yard.sell(animal, buyer, seller=seller)
    seen, cursor = [], ""
    while cursor is not None:
        answer = await yard.get(f"livestock/{animal}/owner-history?limit=2{cursor}", yard.admin, "admin")
        page = answer.json()
        seen += [step["owner_id"] for step in page["items"]]
        cursor = page["next_cursor"] and f"&cursor={page['next_cursor']}"
    assert seen == [owner and str(owner) for owner in owners[::-1]]


def cursor(*values):
    return base64.urlsafe_b64encode(json.dumps(values).encode()).decode()


BAD_PAGES = [
    "limit=0",
    "limit=101",
    "limit=99999999999999999999999",
    "limit=x",
    "cursor=%00",
    "cursor=zzz",
    f"cursor={cursor('x' * 300)}",
    f"cursor={cursor(1, 2, 3)}",
    f"cursor={cursor({})}",
    "cursor=" + "A" * 501,
]


async def test_a_bad_page_is_refused(yard):
    animal = await yard.register()
    of_farm, of_animal = f"farms/{yard.farm_id}/livestock", f"livestock/{animal}/owner-history"
    for path in ["livestock-types", "livestock-breeds", "farms", "my-livestock", of_farm, of_animal]:
        for query in BAD_PAGES:
            assert_problem(await yard.get(f"{path}?{query}", yard.admin, "admin"))


async def test_a_forged_time_in_a_cursor_is_no_defect(yard):
    animal = await yard.register()
    for time in ["2026-01-01T00:00:00", "9999-99-99", "0001-01-01T00:00:00+23:59", 1e300, None]:
        path = f"livestock/{animal}/owner-history?cursor={cursor(time, str(ANNA))}"
        answer = await yard.get(path, yard.admin, "admin")
        assert answer.status_code in (200, 422), (time, answer.text)


BAD = [
    None,
    "",
    "   ",
    "a\x00b",
    "\ud800",
    "x" * 5000,
    10**400,
    -1,
    0,
    True,
    [],
    {},
    1e308,
    float("nan"),
    float("inf"),
    "1e999",
    "NaN",
    "Infinity",
    "-Infinity",
    "sNaN",
    "1E+999999999",
    "1E-999999999",
    "0.001",
    "-0",
    "٣٣٣",
]


ANIMAL = [
    "farm_id",
    "breed_id",
    "tag_number",
    "unique_id_card",
    "sex",
    "date_of_birth",
    "weight_kg",
    "price_per_kg",
    "new",
]
CATALOGUE = {
    "livestock-types": ["name", "description"],
    "livestock-breeds": ["livestock_type_id", "name", "typical_weight_kg"],
    "farms": ["name", "address", "latitude", "longitude", "capacity"],
}


@pytest.mark.parametrize("field", ANIMAL)
async def test_odd_animals_are_refused_or_taken_but_never_a_defect(yard, field):
    for value in BAD:
        assert_taken_or_problem(await yard.post("livestock", **yard.sheep(**{field: value})))


@pytest.mark.parametrize("path", CATALOGUE)
async def test_odd_catalogues_are_refused_or_taken_but_never_a_defect(yard, path):
    fair = {
        "livestock-types": {"name": "Goat"},
        "livestock-breeds": {"name": "Awassi", "livestock_type_id": yard.type_id},
        "farms": {"name": "Ürgüp", "latitude": 38.63, "longitude": 34.91, "capacity": 40},
    }
    for field in CATALOGUE[path]:
        for value in BAD:
            assert_taken_or_problem(await yard.post(path, **fair[path] | {field: value}))


OUT_OF_BOUNDS = [
    ("weight_kg", "0.09"),
    ("weight_kg", "5000.01"),
    ("weight_kg", "62.505"),
    ("weight_kg", "NaN"),
    ("weight_kg", "Infinity"),
    ("tag_number", "TR\x0034"),
    ("tag_number", "x" * 51),
    ("unique_id_card", "a\u0000"),
    ("sex", "ewe"),
    ("price_per_kg", {"amount": "0.00", "currency": "USD"}),
    ("price_per_kg", {"amount": "-1.00", "currency": "USD"}),
    ("price_per_kg", {"amount": "4.805", "currency": "USD"}),
    ("price_per_kg", {"amount": "1000000.01", "currency": "USD"}),
    ("price_per_kg", {"amount": "NaN", "currency": "USD"}),
    ("price_per_kg", {"amount": 4.8, "currency": "USD"}),
    ("price_per_kg", {"amount": "4.80", "currency": "XXX"}),
    ("owner_id", str(ANNA)),
]


async def test_an_animal_out_of_bounds_is_refused(yard):
    for field, value in OUT_OF_BOUNDS:
        answer = await yard.post("livestock", **yard.sheep(**{field: value}))
        assert (answer.status_code, answer.json()["code"]) == (422, "invalid_request"), (field, value)


async def test_a_body_that_is_no_request_is_refused(yard):
    for raw in [b"{", b"[]", b"\xff", b'{"name": NaN}', b'{"name": 1e400}', b"9" * 5000, b"[" * 100_000]:
        assert_problem(await yard.send("livestock-types", raw))


async def test_an_id_that_is_none_is_refused(yard):
    for path in ["farms/1", "farms/%00", "livestock/x", "livestock/%ff/owner-history"]:
        assert_problem(await yard.get(path, ANNA))


def assert_taken_or_problem(answer):
    if answer.status_code != 201:
        assert_problem(answer)


def assert_problem(answer):
    assert 400 <= answer.status_code < 500, answer.text
    assert answer.headers["content-type"] == "application/problem+json"
    assert answer.json()["code"]
