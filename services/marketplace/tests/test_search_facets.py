"""Facets, totals and pages against plain SQL over the listings themselves."""

from collections.abc import AsyncIterator
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from amigok_chassis import clock
from amigok_chassis.testing import Rig, running
from marketplace.documents.service import apply_changes
from marketplace.main import service
from marketplace.searches import columns
from marketplace.searches.ranges import EDGES

SEARCH = "/api/v1/marketplace/search"

_HERD = """
INSERT INTO farms (id, version, name, latitude, longitude)
SELECT md5('farm' || n)::uuid, 1, 'Farm ' || n, 36 + n, 27 + n FROM generate_series(0, 3) AS n;
INSERT INTO animals (id, version, details_version, type_name, breed_name, tag_number, sex, birth_version, date_of_birth,
    farm_version, farm_id, farm_name, weight_version, weight_kg, blocks_version, photos_version, photos, examined_at)
SELECT md5('animal' || n)::uuid, 1, 1, 'type' || n % 2, 'breed' || n % 5, 'T' || n,
    (ARRAY['male', 'female'])[1 + n % 2], 1, CASE WHEN n % 7 > 0 THEN current_date - n * 37 END, 1,
    md5('farm' || n % 4)::uuid, 'Farm', 1, 20 + n * 7 % 400, 0, 0,
    CASE WHEN n % 3 = 0 THEN ARRAY[gen_random_uuid()] ELSE '{}' END,
    CASE WHEN n % 4 = 0 THEN now() - interval '1 day' * n * 3 END
FROM generate_series(1, 90) AS n;
INSERT INTO listings (id, livestock_id, seller_id, title, description, price, currency, fee_basis_points, negotiable,
    state, created_at, expires_at)
SELECT md5('listing' || n)::uuid, md5('animal' || n)::uuid, CASE WHEN n % 5 = 0 THEN md5('seller')::uuid END,
    (ARRAY['good ewe', 'fine ram', 'strong lamb'])[1 + n % 3], '', 1000 + n * 7919 % 60000, 'USD', 250, n % 6 = 0,
    CASE WHEN n % 11 = 0 THEN 'reserved' ELSE 'live' END, now() - n * interval '1 minute', now() + interval '9 days'
FROM generate_series(1, 90) AS n;
"""
_FROM = "FROM listings l JOIN animals a ON a.id = l.livestock_id JOIN farms f ON f.id = a.farm_id"
_FOR_SALE = "l.state = 'live' AND l.currency = 'USD'"
_COLUMNS = {
    "type_name": "a.type_name",
    "breed_name": "a.breed_name",
    "sex": "a.sex",
    "farm": "a.farm_id::text",
    "listing_type": "CASE WHEN l.seller_id IS NULL THEN 'system_livestock' ELSE 'user_resale' END",
    "price": "l.price / 100.0",
    "price_per_kg": "round(l.price / a.weight_kg) / 100.0",
    "weight_kg": "a.weight_kg",
    "age_days": "$1::timestamptz::date - a.date_of_birth",
    "health_cleared": "coalesce(a.examined_at >= $1::timestamptz - interval '90 days', false)",
    "has_photos": "a.photos <> '{}'",
    "negotiable": "l.negotiable",
}
_HAS = {"good": "l.title LIKE 'good%'", "lamb": "l.title LIKE '%lamb'", "lmab": "l.title LIKE '%lamb'"}


async def _stocked(rig: Rig) -> None:
    async with rig.db.driver() as driver:
        await driver.execute(_HERD)
    while await apply_changes(rig.db):
        pass


@pytest.fixture
async def rig(monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Rig]:
    monkeypatch.setattr(columns, "FRESH", 0)
    async with running(service, prepare=_stocked) as rig:
        yield rig


_AMOUNTS = st.integers(10, 600).map(str)
_WANTED = st.fixed_dictionaries(
    {},
    optional={
        "q": st.sampled_from(sorted(_HAS)),
        "type_name": st.lists(st.sampled_from(["type0", "type1", "type9"]), min_size=1, max_size=2),
        "breed_name": st.lists(st.sampled_from(["breed0", "breed3"]), min_size=1, max_size=2),
        "sex": st.sampled_from(["male", "female"]),
        "listing_type": st.sampled_from(["system_livestock", "user_resale"]),
        "min_price": _AMOUNTS,
        "max_price": _AMOUNTS,
        "min_price_per_kg": st.integers(1, 9).map(str),
        "max_weight_kg": _AMOUNTS,
        "min_age_days": st.integers(1, 3_000),
        "max_age_days": st.integers(1, 3_000),
        "health_cleared": st.booleans(),
        "has_photos": st.booleans(),
        "negotiable": st.booleans(),
    },
)


def _conditions(wanted: dict[str, Any]) -> dict[str, str]:
    """A condition for each facet that something is asked of."""
    found: dict[str, list[str]] = {}
    for name, value in wanted.items():
        facet = name.removeprefix("min_").removeprefix("max_")
        if name == "q":
            found["q"] = [_HAS[value]]
        elif name != facet:
            found.setdefault(facet, []).append(f"{_COLUMNS[facet]} {'>=' if name[:3] == 'min' else '<='} {value}")
        elif isinstance(value, bool):
            found[facet] = [f"({_COLUMNS[facet]}) = {value}"]
        else:
            values = ", ".join(f"'{each}'" for each in ([value] if isinstance(value, str) else value))
            found[facet] = [f"{_COLUMNS[facet]} IN ({values})"]
    return {facet: " AND ".join(each) for facet, each in found.items()}


async def _counted(rig: Rig, facet: str, conditions: dict[str, str]) -> dict[Any, int]:
    others = " AND ".join([_FOR_SALE, *(each for name, each in conditions.items() if name != facet)])
    value = _COLUMNS[facet]
    if facet in EDGES:
        value = f"width_bucket(({value})::numeric, ARRAY{[*EDGES[facet]]}::numeric[])"
    rows = await rig.db.fetch(
        f"SELECT value, count(*) FROM (SELECT {value} AS value {_FROM} WHERE {others} AND $1::timestamptz IS NOT NULL)"
        " AS found WHERE value IS NOT NULL GROUP BY value",
        clock.now(),
    )
    return {row["value"]: row["count"] for row in rows}


def _told(facet: str, told: Any) -> dict[Any, int]:
    if isinstance(told, int):
        return {True: told} if told else {}
    if facet in EDGES:
        edges = [None, *map(str, EDGES[facet])]
        return {edges.index(each["low"]): each["count"] for each in told}
    return {each["id"] or each["value"]: each["count"] for each in told}


@given(_WANTED)
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
async def test_facets_are_what_plain_sql_counts(rig: Rig, wanted: dict[str, Any]) -> None:
    answer = await rig.request("GET", SEARCH, params=wanted)
    assert answer.status_code == 200, answer.text
    found, conditions = answer.json(), _conditions(wanted)
    for facet in _COLUMNS:
        counted = await _counted(rig, facet, conditions)
        if isinstance(found["facets"][facet], int):
            counted.pop(False, None)
        assert _told(facet, found["facets"][facet]) == counted, (facet, wanted)
    everything = " AND ".join([_FOR_SALE, *conditions.values()])
    (row,) = await rig.db.fetch(
        f"SELECT count(*) {_FROM} WHERE {everything} AND $1::timestamptz IS NOT NULL", clock.now()
    )
    assert found["total"] == row["count"]


@pytest.mark.parametrize("sort", ["relevance", "newest", "price", "-weight", "-age", "-price_per_kg"])
async def test_pages_hold_each_listing_once_while_others_come_and_go(rig: Rig, sort: str) -> None:
    (row,) = await rig.db.fetch("SELECT array_agg(id::text) AS ids FROM listings WHERE state = 'live'")
    seen: list[str] = []
    cursor: dict[str, str] = {}
    for page in range(20):
        found = (await rig.request("GET", SEARCH, params={"sort": sort, "limit": 11, **cursor})).json()
        seen += [item["id"] for item in found["items"]]
        if found["next_cursor"] is None:
            break
        cursor = {"cursor": found["next_cursor"]}
        gone = seen[page * 3]
        await rig.db.fetch("UPDATE listings SET state = 'reserved' WHERE id = $1::uuid", gone)
        assert await apply_changes(rig.db)
    assert sorted(seen) == sorted(row["ids"])


async def test_many_words_that_are_alike_cost_a_bounded_time(rig: Rig) -> None:
    await rig.db.fetch(
        "INSERT INTO search_terms SELECT 'word', key, key, 1 FROM (SELECT 'aaaaaaa' || translate(n::text, '0123456789',"
        " 'abcdefghij') AS key FROM generate_series(1, 10000) AS n) AS made"
    )
    for said in ("aaaaaaaxyz", "aaaaaaa" * 5, "aaaaaa " * 20):
        answer = await rig.request("GET", SEARCH, params={"q": said})
        assert answer.status_code == 200
        assert all(len(each["searched"]) <= 8 for each in answer.json()["corrections"])
        answer = await rig.request("GET", f"{SEARCH}/suggestions", params={"q": said[:200]})
        assert answer.status_code == 200
