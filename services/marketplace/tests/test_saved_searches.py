"""A saved search is told of a listing exactly when the search with the same filters finds it."""

from pathlib import Path
from typing import Any
from uuid import UUID

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from amigok_chassis.ids import new_id
from amigok_chassis.testing import Rig
from marketplace import migrations
from marketplace.documents.service import apply_changes
from marketplace.saved_searches.matching import match
from services.marketplace.tests.test_search_facets import _WANTED, SEARCH, rig

__all__ = ["rig"]

SAVED = "/api/v1/marketplace/saved-searches"

_ANOTHER_HERD = """
SELECT setseed({seed});
UPDATE animals SET weight_kg = CASE WHEN random() < 0.9 THEN round((20 + random() * 400)::numeric, 2) END,
    sex = (ARRAY['male', 'female'])[1 + floor(random() * 2)::int], type_name = 'type' || floor(random() * 3),
    date_of_birth = CASE WHEN random() < 0.9 THEN current_date - floor(random() * 3000)::int END,
    examined_at = CASE WHEN random() < 0.5 THEN now() - random() * interval '180 days' END,
    blocks = CASE WHEN random() < 0.1 THEN '[{{"reason": "sick"}}]'::jsonb ELSE '[]' END;
UPDATE listings SET state = CASE WHEN random() < 0.8 THEN 'live' ELSE 'reserved' END, version = version + 1,
    price = 1000 + floor(random() * 60000)::int, negotiable = random() < 0.5,
    expires_at = now() + (random() * 20 - 2) * interval '1 day',
    title = (ARRAY['good ewe', 'fine ram', 'strong lamb', 'old alpaca'])[1 + floor(random() * 4)::int];
INSERT INTO sellers (user_id, public_id, stars) SELECT md5('seller')::uuid, md5('public')::uuid, '{{0,0,1,1,0}}'
    ON CONFLICT (user_id) DO UPDATE SET stars = ARRAY[0, 0, floor(random() * 3)::int, 1, 0];
DELETE FROM saved_searches;
"""
_MORE = st.fixed_dictionaries(
    {},
    optional={
        "q": st.sampled_from(["good", "lamb", "lmab", "alpacas", "type1 ram", "the", "xylophone", "old alpca"]),
        "farm_id": st.just([str(UUID("0" * 32))]),
        "min_weight_kg": st.integers(10, 300).map(str),
        "max_price_per_kg": st.integers(1, 20).map(str),
        "min_rating": st.sampled_from(["1", "3.5", "4"]),
        "near": st.just("36.5,27.5"),
        "currency": st.sampled_from(["USD", "USD", "EUR"]),
    },
)


def _some(names: list[str], filters: dict[str, Any]) -> dict[str, Any]:
    """A few of the filters: what must hold of many at once finds nothing."""
    some = {name: filters[name] for name in names}
    return some | {"within_km": "120"} if "near" in some else some


def _few(filters: dict[str, Any]) -> st.SearchStrategy[dict[str, Any]]:
    names = st.lists(st.sampled_from(sorted(filters)), min_size=1, max_size=3)
    return names.map(lambda names: _some(names, filters))


_FILTERS = st.tuples(_WANTED, _MORE).flatmap(lambda both: _few({"q": "good"} | both[0] | both[1]))


async def _saved(rig: Rig, filters: dict[str, Any]) -> str | None:
    """The id of the search, None where it looks for nothing."""
    answer = await rig.request("POST", SAVED, user=new_id(), json={"name": "Ewes"} | filters)
    assert answer.status_code == 201 or not filters.keys() - {"currency", "near"}, answer.text
    found: str | None = answer.json().get("id")
    return found


async def _found(rig: Rig, filters: dict[str, Any]) -> set[str]:
    answer = await rig.request("GET", SEARCH, params=filters | {"limit": 100, "facets": False})
    assert answer.status_code == 200, answer.text
    return {item["id"] for item in answer.json()["items"]}


@given(st.integers(0, 1_000), st.lists(_FILTERS, min_size=12, max_size=25))
@settings(max_examples=8, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
async def test_a_saved_search_is_told_of_what_the_search_finds(
    rig: Rig, seed: int, wanted: list[dict[str, Any]]
) -> None:
    async with rig.db.driver() as driver:
        await driver.execute(_ANOTHER_HERD.format(seed=seed / 1_000))
    while await apply_changes(rig.db):
        pass
    ids = [await _saved(rig, filters) for filters in wanted]
    async with rig.db.unit_of_work() as db:
        for row in await rig.db.fetch("SELECT id FROM listings"):
            await match(db, row["id"])
    told: dict[str, set[str]] = {}
    for row in await rig.db.fetch("SELECT search_id, listing_id FROM saved_search_matches"):
        told.setdefault(str(row["search_id"]), set()).add(str(row["listing_id"]))
    for id, filters in zip(ids, wanted, strict=True):
        if id is not None:
            assert told.get(id, set()) == await _found(rig, filters), filters


_BEFORE = """
CREATE SCHEMA before;
SET search_path TO before;
CREATE TABLE saved_searches (id uuid PRIMARY KEY, user_id uuid NOT NULL, name varchar NOT NULL,
    currency varchar NOT NULL, type_name varchar NOT NULL, breed_name varchar NOT NULL, sex varchar NOT NULL,
    min_price bigint, max_price bigint, min_weight_kg numeric(8, 2), max_weight_kg numeric(8, 2),
    saved_at timestamptz NOT NULL);
INSERT INTO saved_searches VALUES
    (gen_random_uuid(), gen_random_uuid(), 'a', 'USD', 'sheep', 'Dorper', 'female', 12005, 24000, 40.50, NULL, now()),
    (gen_random_uuid(), gen_random_uuid(), 'b', 'EUR', '', '', '', NULL, 7, NULL, 80, now());
"""
_FULL = {
    "type_name": ["sheep"],
    "breed_name": ["Dorper"],
    "sex": "female",
    "min_price": "120.05",
    "max_price": "240.00",
    "min_weight_kg": "40.50",
}
_BARE = {"currency": "EUR", "max_price": "0.07", "max_weight_kg": "80.00"}


async def test_searches_that_were_saved_before_look_for_the_same(rig: Rig) -> None:
    """What the migration made of them is what saving the same now makes."""
    async with rig.db.driver() as driver, driver.transaction():
        await driver.execute(_BEFORE)
        await driver.execute((Path(migrations.__path__[0]) / "marketplace_0010.sql").read_text())
        before = await driver.fetch("SELECT wanted, asked, keys FROM before.saved_searches ORDER BY name")
        await driver.execute("DROP SCHEMA before CASCADE; SET search_path TO DEFAULT")
    for name, filters in (("a", _FULL), ("b", _BARE)):
        body = {"name": name, **filters}
        answer = await rig.request("POST", SAVED, user=new_id(), json=body)
        assert answer.status_code == 201, answer.text
    now = await rig.db.fetch("SELECT wanted, asked, keys FROM saved_searches ORDER BY name")
    for old, new in zip(before, now, strict=True):
        assert {"currency": "USD"} | old["wanted"] == {"currency": "USD"} | new["wanted"]
        assert old["keys"] == new["keys"]
        assert _known(old["asked"]) == _known(new["asked"])


def _known(asked: dict[str, Any]) -> dict[str, Any]:
    """Without the ends of bounds that are open, which may be named or not."""
    bounds = {facet: {end: v for end, v in each.items() if v is not None} for facet, each in asked["bounds"].items()}
    return {**asked, "bounds": bounds}
