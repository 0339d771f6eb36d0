"""OpenSearch finds and counts what the memory of the process does. It is a double of its HTTP interface."""

from collections.abc import AsyncIterator
from typing import Any

import pytest

from amigok_chassis import clock
from amigok_chassis.ids import new_id
from amigok_chassis.testing import Rig, running
from marketplace.documents.service import apply_changes
from marketplace.main import service
from marketplace.searches import columns
from marketplace.searches.engine import Engine, engine_of
from marketplace.searches.feeding import catch_up, feed_index, rebuild_index
from marketplace.settings import Settings
from services.marketplace.tests.opensearch_double import OpenSearchDouble
from services.marketplace.tests.test_search_facets import SEARCH, _stocked

SEARCHES: list[dict[str, Any]] = [
    {},
    {"q": "good"},
    {"q": "lamb", "sort": "price"},
    {"q": "type1 ram", "sex": "female"},
    {"type_name": ["type0"], "breed_name": ["breed1", "breed3"]},
    {"min_price": "100", "max_price": "400", "sort": "-price"},
    {"min_price_per_kg": "3", "sort": "price_per_kg"},
    {"max_weight_kg": "150", "sort": "-weight"},
    {"min_age_days": 300, "max_age_days": 2_000, "sort": "age"},
    {"sort": "-age"},
    {"sort": "-rating", "listing_type": "user_resale"},
    {"health_cleared": True},
    {"health_cleared": False, "has_photos": True},
    {"negotiable": True, "sort": "newest"},
    {"near": "36.5,27.5", "sort": "distance"},
    {"near": "36.5,27.5", "within_km": "120", "sort": "weight"},
    {"q": "xylophone"},
]


@pytest.fixture
def double() -> OpenSearchDouble:
    return OpenSearchDouble()


@pytest.fixture
async def rig(monkeypatch: pytest.MonkeyPatch, double: OpenSearchDouble) -> AsyncIterator[Rig]:
    monkeypatch.setattr(columns, "FRESH", 0)
    async with running(service, prepare=_stocked) as rig:
        yield rig
    await double.http.aclose()


def _turned(rig: Rig, double: OpenSearchDouble) -> Engine:
    """Has the process search with OpenSearch from its next question on."""
    rig.context._made.clear()
    rig.context.http, rig.prepared = double.http, rig.context.http
    own = rig.context.settings(Settings)
    rig.context.use(Settings(**own.model_dump() | {"search_url": "http://user:secret@search:9200/market"}))
    engine = engine_of(rig.context)
    assert engine is not None
    return engine


async def _pages(rig: Rig, wanted: dict[str, Any]) -> tuple[list[str], Any]:
    """All that is found, and the facets of the first page."""
    seen: list[str] = []
    first: dict[str, Any] = {}
    cursor: dict[str, str] = {}
    while True:
        answer = await rig.request("GET", SEARCH, params={**wanted, "limit": 17, **cursor})
        assert answer.status_code == 200, answer.text
        found = answer.json()
        first = first or found
        seen += [item["id"] for item in found["items"]]
        if found["next_cursor"] is None:
            return seen, {name: first[name] for name in ("facets", "total", "corrections")}
        cursor = {"cursor": found["next_cursor"]}


async def test_both_backends_find_the_same_in_the_same_order_and_count_the_same(
    rig: Rig, double: OpenSearchDouble
) -> None:
    ours = [await _pages(rig, wanted) for wanted in SEARCHES]
    (animal,) = await rig.db.fetch("SELECT livestock_id AS id FROM listings WHERE id = md5('listing7')::uuid")
    path = f"/api/v1/marketplace/livestock/{animal['id']}/similar"
    alike = (await rig.request("GET", path)).json()
    _turned(rig, double)
    await feed_index.run(rig.context)
    for wanted, expected in zip(SEARCHES, ours, strict=True):
        assert await _pages(rig, wanted) == expected, wanted
    assert (await rig.request("GET", path)).json() == alike


async def test_the_newest_version_wins_whatever_is_written_again(rig: Rig, double: OpenSearchDouble) -> None:
    engine = _turned(rig, double)
    await feed_index.run(rig.context)
    ((name, before),) = double.indices.items()
    old = dict(before)
    await rig.db.fetch("UPDATE listings SET price = 77700, version = version + 1 WHERE id = md5('listing1')::uuid")
    assert await apply_changes(rig.db)
    await feed_index.run(rig.context)
    await engine.write(name, [(id, version, document) for id, (version, document) in old.items()])
    assert (await rig.request("GET", SEARCH, params={"min_price": "777", "max_price": "777"})).json()["total"] == 1
    await rig.db.fetch("UPDATE search_indices SET position = 0")
    assert await catch_up(rig.db, engine, name) == 90


async def test_an_index_is_rebuilt_while_writing_goes_on(rig: Rig, double: OpenSearchDouble) -> None:
    _turned(rig, double)
    await feed_index.run(rig.context)
    (old,) = double.indices
    await rig.db.fetch("UPDATE listings SET state = 'reserved' WHERE id = md5('listing2')::uuid")
    assert await apply_changes(rig.db)
    assert await rebuild_index(rig.context) == 90
    (new,) = double.indices
    assert (new != old, double.aliases) == (True, {"market": {new}})
    await rig.db.fetch("UPDATE listings SET state = 'live' WHERE id = md5('listing2')::uuid")
    assert await apply_changes(rig.db)
    await feed_index.run(rig.context)
    assert (await rig.request("GET", SEARCH)).json()["total"] == 82


async def test_searches_are_refused_while_the_server_is_away_and_nothing_is_lost(
    rig: Rig, double: OpenSearchDouble
) -> None:
    _turned(rig, double)
    await feed_index.run(rig.context)
    double.down = True
    for path in (SEARCH, f"/api/v1/marketplace/livestock/{new_id()}/similar"):
        assert (await rig.request("GET", path)).status_code in (503, 404)
    await rig.db.fetch("UPDATE listings SET state = 'reserved' WHERE id = md5('listing1')::uuid")
    assert await apply_changes(rig.db)
    with pytest.raises(Exception, match="not answered"):
        await feed_index.run(rig.context)
    assert (await rig.request("GET", "/api/v1/marketplace/livestock")).status_code == 200
    double.down = False
    await feed_index.run(rig.context)
    assert (await rig.request("GET", SEARCH)).json()["total"] == 81
    assert clock.now()
