"""Lists of animals: filters, orders, pages, counts; whatever is asked for."""

import itertools
from datetime import timedelta
from decimal import Decimal

import pytest

from amigok_chassis import clock
from amigok_chassis.ids import new_id

ANNA = new_id()
IZMIR, ANKARA, ISTANBUL, FIJI = (38.4622, 27.2163), (39.9334, 32.8597), (41.0082, 28.9784), (-17.7, 179.9)
SORTS = ["newest", "price", "-price", "weight", "-weight", "value", "-value", "distance"]


@pytest.fixture
async def herd(yard):
    """Thirty sheep and goats on three farms, many of them alike."""
    goats = await yard.add("livestock-types", name="Goat")
    boer = await yard.add("livestock-breeds", livestock_type_id=goats, name="Boer")
    farms = [yard.farm_id]
    for name, (latitude, longitude) in [("Ankara", ANKARA), ("Istanbul", ISTANBUL), ("Twin", ISTANBUL)]:
        farms.append(await yard.add_farm(name, latitude=latitude, longitude=longitude))
    animals = []
    for number in range(30):
        body = {
            "farm_id": farms[number % 4],
            "breed_id": boer if number % 3 == 0 else yard.breed_id,
            "sex": "male" if number % 2 else "female",
            "weight_kg": str(50 + number % 4),
            "price_per_kg": {"amount": f"{3 + number % 2}.00", "currency": "EUR" if number % 7 == 0 else "USD"},
            "date_of_birth": None if number % 5 == 0 else str((clock.now() - timedelta(days=100 * number)).date()),
        }
        animals.append(str(await yard.register(**body)))
    yard.goats, yard.boer, yard.farms, yard.animals = goats, boer, farms, animals
    return yard


async def found(yard, query, path="livestock", **who):
    """All rows of all pages, in pages of four."""
    items, cursor = [], ""
    while cursor is not None:
        answer = await yard.get(f"{path}?limit=4&{query}{cursor}", **who)
        assert answer.status_code == 200, answer.text
        page = answer.json()
        items += page["items"]
        cursor = page["next_cursor"] and f"&cursor={page['next_cursor']}"
    return items


async def test_every_order_has_every_animal_once_though_many_are_alike(herd):
    euros = {animal for number, animal in enumerate(herd.animals) if number % 7 == 0}
    keys = {
        "price": lambda row: Decimal(row["price_per_kg"]["amount"]),
        "weight": lambda row: Decimal(row["weight_kg"]),
        "value": lambda row: Decimal(row["value"]["amount"]),
        "distance": lambda row: row["distance_km"],
    }
    for sort in SORTS:
        currency = "&currency=USD" if sort.strip("-") in ("price", "value") else ""
        rows = await found(herd, f"sort={sort}&near=39.9,32.9{currency}")
        ids = [row["id"] for row in rows]
        assert len(ids) == len(set(ids)), sort
        assert set(ids) == set(herd.animals) - (euros if currency else set()), sort
        if sort == "newest":
            assert ids == herd.animals[::-1]
        else:
            values = [keys[sort.strip("-")](row) for row in rows]
            assert values == sorted(values, reverse=sort.startswith("-")), sort


async def test_each_filter_leaves_what_fits(herd):
    cases = {
        f"livestock_type_id={herd.goats}": lambda n: n % 3 == 0,
        f"breed_id={herd.breed_id}": lambda n: n % 3 != 0,
        f"farm_id={herd.farms[1]}": lambda n: n % 4 == 1,
        "sex=male": lambda n: n % 2 == 1,
        "min_weight_kg=51&max_weight_kg=52.00": lambda n: n % 4 in (1, 2),
        "currency=EUR": lambda n: n % 7 == 0,
        "currency=USD&max_price_per_kg=3.999": lambda n: n % 7 and n % 2 == 0,
        "currency=USD&min_price_per_kg=3.001": lambda n: n % 7 and n % 2 == 1,
        "currency=USD&min_value=156&max_value=204": lambda n: n % 7 and (n % 4 in (2, 1)),
        "min_age_days=500": lambda n: n % 5 and n >= 5,
        "max_age_days=500": lambda n: n % 5 and n <= 5,
        "near=39.9,32.9&within_km=50": lambda n: n % 4 == 1,
        "near=41,29&within_km=50&sort=distance": lambda n: n % 4 in (2, 3),
        "near=41,29&within_km=50&sort=weight&sex=female": lambda n: n % 4 == 2,
        f"near=41,29&sort=distance&livestock_type_id={herd.goats}&min_weight_kg=53": lambda n: n % 12 == 3,
        "near=0,0&within_km=0.001": lambda n: False,
        "status=assigned": lambda n: False,
    }
    for query, fits in cases.items():
        wanted = {animal for number, animal in enumerate(herd.animals) if fits(number)}
        assert {row["id"] for row in await found(herd, query)} == wanted, query
        counted = (await herd.get(f"livestock?limit=1&count=true&{query}")).json()["count"]
        assert counted == {"value": len(wanted), "more": False}, query


async def test_a_count_ends_at_a_bound(herd, monkeypatch):
    monkeypatch.setattr("farm.search.query.COUNTED", 29)
    assert (await herd.get("livestock?count=true&limit=1")).json()["count"] == {"value": 29, "more": True}
    assert (await herd.get("livestock?limit=1")).json()["count"] is None


async def test_the_same_filters_hold_for_a_farm_and_for_ones_own(herd):
    path = f"farms/{herd.farms[2]}/livestock"
    here = [animal for number, animal in enumerate(herd.animals) if number % 4 == 2]
    for sort in SORTS:
        rows = await found(herd, f"sort={sort}&near=41,29&currency=USD&sex=female", path)
        assert {row["id"] for row in rows} == {one for one in here if herd.animals.index(one) % 7}, sort

    mine = herd.animals[3:17]
    for animal in mine:
        await herd.sell(animal, ANNA)
    for sort in SORTS:
        rows = await found(herd, f"sort={sort}&near=41,29&currency=USD", "my-livestock", user=ANNA)
        wanted = [animal for animal in mine if herd.animals.index(animal) % 7]
        assert sorted(row["id"] for row in rows) == sorted(wanted), sort
        assert {row["owner_id"] for row in rows} == {str(ANNA)}
    assert await found(herd, "status=available", "my-livestock", user=ANNA) == []
    one_farm = await found(herd, f"farm_id={herd.farms[0]}&sort=-weight", "my-livestock", user=ANNA)
    assert [row["id"] for row in one_farm] == [mine[at] for at in (13, 9, 5, 1)]
    assert len(await found(herd, "")) == 16
    assert len(await found(herd, "status=assigned")) == 14


async def test_lists_for_everybody_hide_whose_an_animal_is(herd):
    await herd.sell(herd.animals[0], ANNA)
    answer = await herd.get("livestock?status=assigned", herd.admin, "admin")
    assert len(answer.json()["items"]) == 1
    assert str(ANNA) not in answer.text
    assert {"owner_id", "eid", "unique_id_card"}.isdisjoint(answer.json()["items"][0])


async def test_a_distance_is_told_when_a_place_is_given(herd):
    [first, *_] = await found(herd, "near=38.4622,27.2163&sort=distance")
    assert first["distance_km"] == 0
    [row] = (await herd.get(f"livestock?near=38.4622,27.2163&farm_id={herd.farms[1]}&limit=1")).json()["items"]
    assert 510 < row["distance_km"] < 520
    assert (await herd.get("livestock?limit=1")).json()["items"][0]["distance_km"] is None


BAD = [
    "",
    " ",
    "x",
    "\x00",
    "%ff",
    "-1",
    "1e999",
    "NaN",
    "Infinity",
    "1" * 400,
    "0x10",
    "1,2,3",
    "'; --",
    "null",
    "٣",
]
FIELDS = [
    "livestock_type_id",
    "breed_id",
    "farm_id",
    "sex",
    "status",
    "currency",
    "min_weight_kg",
    "max_weight_kg",
    "min_price_per_kg",
    "max_price_per_kg",
    "min_value",
    "max_value",
    "min_age_days",
    "max_age_days",
    "near",
    "within_km",
    "sort",
    "count",
    "limit",
    "cursor",
    "unknown",
]


@pytest.mark.parametrize("field", FIELDS)
async def test_odd_filters_are_refused_or_find_something_but_are_no_defect(yard, field):
    rest = {"currency": "USD", "near": "1,1"}
    for value in BAD:
        params = rest | {field: value}
        for path in ("livestock", f"farms/{yard.farm_id}/livestock", "my-livestock"):
            answer = await yard.rig.request("GET", f"/api/v1/{path}", user=ANNA, params=params)
            assert answer.status_code in (200, 422), (path, params, answer.text)
            if answer.status_code == 422:
                assert answer.json()["code"] in ("invalid_request", "invalid_cursor", "invalid_value")


async def test_what_cannot_be_asked_is_refused(yard):
    for query in [
        "near=91,0",
        "near=0,181",
        "near=1",
        "near=a,b",
        "within_km=5",
        "sort=distance",
        "sort=price",
        "sort=-value",
        "min_price_per_kg=1",
        "max_value=1",
        "near=1,1&within_km=0",
        "near=1,1&within_km=20101",
        "min_age_days=36501",
        "currency=XXX",
        "status=eaten",
        "sort=age",
        "nears=1,1",
        "limit=0",
        "limit=101",
    ]:
        answer = await yard.get(f"livestock?{query}")
        assert (answer.status_code, answer.json()["code"]) == (422, "invalid_request"), query


async def test_forged_cursors_are_no_defect(yard):
    from amigok_chassis.pagination import encode

    await yard.register()
    odd = [10**30, -1, "x", None, 1e308, float("nan"), float("inf"), "1E+999999", str(ANNA), "9" * 300, True, [], {}]
    for sort, length in [("newest", 1), ("price", 2), ("weight", 2), ("value", 2), ("distance", 3)]:
        for values in itertools.product(odd, repeat=1):
            cursor = encode(*(values * (length - 1) + ((str(ANNA),) if length > 1 else values)))
            answer = await yard.get(f"livestock?sort={sort}&near=1,1&currency=USD&cursor={cursor}"[:900])
            assert answer.status_code in (200, 422), (sort, values, answer.text)


async def test_farms_are_found_by_place(yard):
    ids = {"izmir": yard.farm_id}
    for name, (latitude, longitude) in [("ankara", ANKARA), ("istanbul", ISTANBUL), ("twin", ISTANBUL), ("fiji", FIJI)]:
        ids[name] = await yard.add_farm(name, latitude=latitude, longitude=longitude)
    names = {value: key for key, value in ids.items()}

    rows = await found(yard, "near=39.9,32.9", "farms")
    assert [names[row["id"]] for row in rows][::3] == ["ankara", "izmir"]
    assert {names[row["id"]] for row in rows[1:3]} == {"istanbul", "twin"}
    assert [row["distance_km"] for row in rows] == sorted(row["distance_km"] for row in rows)
    for limit in (1, 2, 3):
        assert await yard.pages("farms", limit) == [*ids.values()][::-1]

    async def inside(query):
        return {names[row["id"]] for row in await found(yard, query, "farms")}

    assert await inside("near=41,29&within_km=20") == {"istanbul", "twin"}
    assert await inside("bbox=38,26,42,30") == {"izmir", "istanbul", "twin"}
    assert await inside("bbox=-20,179,-10,-179") == {"fiji"}
    assert await inside("bbox=-20,-179,42,30&near=0,0&within_km=8000") == {"izmir", "istanbul", "twin"}
    # the other side of the date line is near
    [fiji] = await found(yard, "near=-17.7,-179.9&within_km=30", "farms")
    assert 21 < fiji["distance_km"] < 22


@pytest.mark.parametrize("limit", [1, 2, 3])
async def test_nearest_farms_page_through_places_that_are_the_same(yard, limit):
    farms = {yard.farm_id, *[await yard.add_farm(f"Twin {number}") for number in range(5)]}
    seen, cursor = [], ""
    while cursor is not None:
        page = (await yard.get(f"farms?near=38.4,27.2&limit={limit}{cursor}")).json()
        seen += [row["id"] for row in page["items"]]
        cursor = page["next_cursor"] and f"&cursor={page['next_cursor']}"
    assert len(seen) == 6
    assert set(seen) == farms


async def test_odd_places_are_refused(yard):
    for query in [
        "near=91,0",
        "within_km=5",
        "near=1,1&within_km=-1",
        "near=1,1&within_km=NaN",
        "bbox=1,2,3",
        "bbox=5,0,4,1",
        "bbox=0,0,0,181",
        "bbox=a,b,c,d",
        "near=%00",
        "cursor=zzz",
        "unknown=1",
        "near=1,1&cursor=W10",
    ]:
        answer = await yard.get(f"farms?{query}")
        assert answer.status_code == 422, (query, answer.text)
