"""Searching what is for sale, over HTTP."""
# ruff: noqa: RUF001  letters of several languages that look alike are the subject

from collections.abc import AsyncIterator
from datetime import timedelta
from decimal import Decimal
from typing import Any
from uuid import UUID

import pytest

from amigok_chassis import clock
from amigok_chassis.ids import new_id
from amigok_chassis.testing import Rig, running
from amigok_contracts import Money
from amigok_contracts.care import CheckupDone
from amigok_contracts.farm import Block, FarmChanged, LivestockSaleStatusChanged
from amigok_contracts.farm_listed import LivestockPhotosChanged
from marketplace.documents.service import rebuild
from marketplace.main import service
from marketplace.searches import columns
from services.marketplace.tests.conftest import Market

SEARCH = "/api/v1/marketplace/search"
SMYRNA, ANKARA, MADRID = new_id(), new_id(), new_id()
FARMS = {
    SMYRNA: ("Çiftlik Gökçe", 38.42, 27.14),
    ANKARA: ("مزرعة النخيل", 39.93, 32.86),
    MADRID: ("Granja El Olivar", 40.42, -3.70),
}
HERD: dict[str, dict[str, Any]] = {
    "merino": {"farm": SMYRNA, "kg": "60", "born": 400, "sex": "female", "title": "Merino ewe with fine wool"},
    "kivircik": {"farm": SMYRNA, "breed": "Kıvırcık", "kg": "50", "born": 200, "title": "İri koyunlar, köyden"},
    "naimi": {"farm": ANKARA, "breed": "Naimi", "kg": "70", "born": 800, "title": "خَروف نعيمي ممتاز"},
    "oveja": {"farm": MADRID, "breed": "Manchega", "kg": "55", "born": None, "title": "Ovejas jóvenes y sanas"},
    "calf": {"farm": MADRID, "type": "cattle", "breed": "Angus", "kg": "240", "born": 300, "title": "Angus bull calf"},
}
PRICES = {"merino": "240.00", "kivircik": "300.00", "naimi": "490.00", "oveja": "110.00", "calf": "1800.00"}


class Shop(Market):
    """A market with a few animals, each known by a short name."""

    def __init__(self, rig: Rig) -> None:
        super().__init__(rig)
        self.ids: dict[str, UUID] = {}

    async def open(self) -> None:
        for farm_id, (name, latitude, longitude) in FARMS.items():
            place = {"name": name, "time_zone": "UTC", "latitude": latitude, "longitude": longitude}
            await self.rig.deliver(FarmChanged(farm_id=farm_id, aggregate_version=1, **place))
        for name, animal in HERD.items():
            await self.add(name, price=PRICES[name], **animal)
        await self.applied()

    async def add(
        self, name: str, *, farm: UUID, kg: str, price: str, title: str, born: int | None = 100, **more: Any
    ) -> UUID:
        owner = more.get("owner")
        values: dict[str, Any] = {
            "farm_id": farm,
            "farm_name": FARMS[farm][0],
            "type_name": more.get("type", "sheep"),
            "breed_name": more.get("breed", "Merino"),
            "sex": more.get("sex", "male"),
            "weight_kg": Decimal(kg),
            "value": Money.of_minor(100, "USD"),
            "date_of_birth": None if born is None else clock.now().date() - timedelta(days=born),
        }
        event = self.registered(owner).model_copy(update=values)
        await self.rig.deliver(event)
        body = {"price": {"amount": price, "currency": "USD"}, "title": title, "description": more.get("about", "")}
        answer = await self.offer(event.livestock_id, owner, **body, negotiable=more.get("negotiable", False))
        assert answer.status_code == 201, answer.text
        self.ids[name] = event.livestock_id
        return event.livestock_id

    async def applied(self) -> None:
        await self.rig.run_task("apply_search_changes")

    async def found(self, said: str = "", **params: Any) -> dict[str, Any]:
        answer = await self.rig.request("GET", SEARCH, params={"q": said, **params})
        assert answer.status_code == 200, answer.text
        found: dict[str, Any] = answer.json()
        return found

    async def names(self, said: str = "", **params: Any) -> list[str]:
        """What is found, by the short names."""
        names = {str(id): name for name, id in self.ids.items()}
        return [names[item["livestock_id"]] for item in (await self.found(said, **params))["items"]]


async def _opened(rig: Rig) -> dict[str, UUID]:
    shop = Shop(rig)
    await shop.open()
    return shop.ids


@pytest.fixture
async def shop(monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Shop]:
    monkeypatch.setattr(columns, "FRESH", 0)
    async with running(service, prepare=_opened) as rig:
        shop = Shop(rig)
        shop.ids |= rig.prepared
        yield shop


@pytest.mark.parametrize(
    ("said", "name"),
    [
        ("merino", "merino"),
        ("MERINO wool", "merino"),
        ("mernio", "merino"),
        ("merinoo", "merino"),
        ("meri", "merino"),
        ("ewes", "merino"),
        ("kivircik", "kivircik"),
        ("KIVIRCIK", "kivircik"),
        ("kıvırcık", "kivircik"),
        ("ıri koyun", "kivircik"),
        ("İRİ", "kivircik"),
        ("خروف", "naimi"),
        ("النعيمي", "naimi"),
        ("نعیمی", "naimi"),
        ("oveja joven", "oveja"),
        ("JÓVENES", "oveja"),
        ("la oveja", "oveja"),
        ("olivar angus", "calf"),
        ("  cattle\u200f \u202e", "calf"),
    ],
)
async def test_words_are_found_as_people_write_them(shop: Shop, said: str, name: str) -> None:
    assert await shop.names(said) == [name]


async def test_what_a_word_was_taken_for_is_told(shop: Shop) -> None:
    found = await shop.found("mernio")
    assert found["corrections"] == [{"word": "mernio", "searched": ["merino"]}]
    found = await shop.found("xylophone")
    assert (found["items"], found["total"]) == ([], 0)
    assert found["corrections"] == [{"word": "xylophone", "searched": []}]


@pytest.mark.parametrize("said", ["", " ", "\u200f\u202e", "!!! ???", "the", "&&& | <-> ':*", "%_\\", "'"])
async def test_what_has_no_words_asks_for_everything(shop: Shop, said: str) -> None:
    assert (await shop.found(said))["total"] == len(HERD)


async def test_a_long_search_is_refused_and_many_words_are_not_all_looked_for(shop: Shop) -> None:
    assert (await shop.rig.request("GET", SEARCH, params={"q": "a" * 201})).status_code == 422
    assert (await shop.found("merino " * 28))["total"] == 1
    assert (await shop.found("ا" * 200))["total"] in (0, len(HERD))


@pytest.mark.parametrize(
    ("filters", "names"),
    [
        ({"type_name": "cattle"}, {"calf"}),
        ({"breed_name": ["Naimi", "Merino"]}, {"naimi", "merino"}),
        ({"sex": "female"}, {"merino"}),
        ({"farm_id": str(MADRID)}, {"oveja", "calf"}),
        ({"min_price": "240", "max_price": "300.00"}, {"merino", "kivircik"}),
        ({"min_price_per_kg": "6.01"}, {"naimi", "calf"}),
        ({"max_weight_kg": "55"}, {"kivircik", "oveja"}),
        ({"min_age_days": 300, "max_age_days": 400}, {"merino", "calf"}),
        ({"near": "38.4,27.1", "within_km": "100"}, {"merino", "kivircik"}),
        ({"currency": "EUR"}, set()),
        ({"listing_type": "system_livestock"}, set(HERD)),
        ({"listing_type": "user_resale"}, set()),
        ({"health_cleared": "true"}, set()),
        ({"has_photos": "false"}, set(HERD)),
        ({"negotiable": "true"}, set()),
        ({"min_rating": "1"}, set()),
        ({"q": "sheep", "sex": "male", "max_price": "300"}, {"kivircik", "oveja"}),
    ],
)
async def test_each_filter_leaves_what_it_says(shop: Shop, filters: dict[str, Any], names: set[str]) -> None:
    assert set(await shop.names(**filters)) == names


async def test_the_rating_of_a_seller_counts_as_soon_as_it_changes(shop: Shop) -> None:
    seller = await shop.rig.is_known(new_id())
    await shop.add("lamb", farm=SMYRNA, kg="30", price="90.00", title="Lamb", owner=seller)
    for stars, found in (([0, 0, 0, 1, 1], ["lamb"]), ([1, 0, 0, 1, 1], [])):
        await shop.rig.db.fetch(
            "INSERT INTO sellers (user_id, public_id, stars) VALUES ($1, $2, $3)"
            " ON CONFLICT (user_id) DO UPDATE SET stars = excluded.stars",
            seller,
            new_id(),
            stars,
        )
        await shop.applied()
        assert await shop.names(min_rating="4.5") == found
    assert (await shop.names(sort="-rating"))[0] == "lamb"


@pytest.mark.parametrize(
    ("sort", "names"),
    [
        ("newest", "calf oveja naimi kivircik merino"),
        ("relevance", "calf oveja naimi kivircik merino"),
        ("price", "oveja merino kivircik naimi calf"),
        ("-price", "calf naimi kivircik merino oveja"),
        ("price_per_kg", "oveja merino kivircik naimi calf"),
        ("weight", "kivircik oveja merino naimi calf"),
        ("age", "kivircik calf merino naimi oveja"),
        ("-age", "naimi merino calf kivircik oveja"),
        ("distance", "kivircik merino naimi calf oveja"),
        ("-rating", "calf oveja naimi kivircik merino"),
    ],
)
async def test_hits_come_in_the_order_that_is_asked_for_page_by_page(shop: Shop, sort: str, names: str) -> None:
    assert await shop.names(sort=sort, near="38.4,27.1") == names.split()
    paged, cursor = [], None
    for _ in range(3):
        page = await shop.found(sort=sort, near="38.4,27.1", limit=2, **({"cursor": cursor} if cursor else {}))
        cursor = page["next_cursor"]
        paged += [item["livestock_id"] for item in page["items"]]
    assert (cursor, paged) == (None, [str(shop.ids[name]) for name in names.split()])


async def test_a_cursor_is_one_of_its_own_order(shop: Shop) -> None:
    cursor = (await shop.found(sort="price", limit=2))["next_cursor"]
    for wrong in ({"sort": "weight", "cursor": cursor}, {"cursor": "bm9uc2Vuc2U"}):
        answer = await shop.rig.request("GET", SEARCH, params=wrong)
        assert (answer.status_code, answer.json()["code"]) == (422, "invalid_cursor")


async def test_nobody_finds_what_cannot_be_bought(shop: Shop) -> None:
    seller, buyer = new_id(), new_id()
    await shop.rig.is_known(seller)
    for name in ("own", "blocked", "reserved"):
        await shop.add(name, farm=SMYRNA, kg="60", price="200.00", title=f"Merino {name}", owner=seller)
    await shop.applied()
    assert (await shop.found("merino", listing_type="user_resale"))["total"] == 3
    block = Block(reason="quarantine", until=clock.now() + timedelta(hours=1))
    status = {"aggregate_version": 2, "sellable": False, "blocks": (block,)}
    await shop.rig.deliver(LivestockSaleStatusChanged(livestock_id=shop.ids["blocked"], **status))
    assert (await shop.buy(shop.ids["reserved"], buyer, json={"pay_with": "payment"})).status_code == 202
    assert await shop.names("merino", listing_type="user_resale") == ["own"]
    await shop.applied()
    assert (await shop.found("merino", listing_type="user_resale"))["total"] == 1
    clock.set_offset(timedelta(hours=2))
    assert set(await shop.names("merino", listing_type="user_resale")) == {"own", "blocked"}
    await shop.rig.is_known(seller, status="deactivated")
    assert await shop.names("merino", listing_type="user_resale") == []
    await shop.applied()
    assert (await shop.found("merino", listing_type="user_resale"))["total"] == 0
    await shop.rig.is_known(seller)
    await shop.applied()
    assert set(await shop.names("merino", listing_type="user_resale")) == {"own", "blocked"}
    clock.set_offset(timedelta(days=100))
    assert (await shop.found())["total"] == 0


async def test_what_the_farm_says_later_is_searched(shop: Shop) -> None:
    merino = shop.ids["merino"]
    await shop.rig.deliver(
        LivestockPhotosChanged(livestock_id=merino, aggregate_version=3, photo_ids=(new_id(),)),
        CheckupDone(
            request_id=new_id(),
            livestock_id=merino,
            veterinarian_id=new_id(),
            care_type="checkup",
            service_name="Yearly checkup",
            done_at=clock.now(),
        ),
        FarmChanged(
            farm_id=SMYRNA, aggregate_version=2, name="Bergama", time_zone="UTC", latitude=39.12, longitude=27.18
        ),
    )
    await shop.applied()
    assert await shop.names(has_photos=True, health_cleared=True) == ["merino"]
    assert set(await shop.names("bergama")) == {"merino", "kivircik"}
    assert await shop.names("gökçe") == []
    found = await shop.found("wool bergama", near="39.12,27.18")
    assert [item["distance_km"] for item in found["items"]] == ["0.000"]


async def test_facets_count_what_there_is_without_their_own_filter(shop: Shop) -> None:
    facets = (await shop.found(type_name="sheep", min_price="200", near="0,0"))["facets"]
    counts = {name: {each["value"]: each["count"] for each in facets[name]} for name in ("type_name", "sex", "farm")}
    assert counts == {
        "type_name": {"sheep": 3, "cattle": 1},
        "sex": {"male": 2, "female": 1},
        "farm": {FARMS[SMYRNA][0]: 2, FARMS[ANKARA][0]: 1},
    }
    assert facets["price"] == [{"low": "100", "high": "200", "count": 1}, {"low": "200", "high": "500", "count": 3}]
    assert (facets["has_photos"], facets["negotiable"], facets["health_cleared"]) == (0, 0, 0)


async def test_a_rebuild_finds_no_differences(shop: Shop) -> None:
    rebuilt = await rebuild(shop.rig.db)
    assert (rebuilt.made, rebuilt.differed, rebuilt.counts) == (len(HERD), 0, 0)
    await shop.rig.db.fetch("UPDATE search_documents SET price = 1 WHERE livestock_id = $1", shop.ids["merino"])
    await shop.rig.db.fetch("UPDATE search_terms SET listings = 7 WHERE key = 'merino'")
    rebuilt = await rebuild(shop.rig.db)
    assert (rebuilt.made, rebuilt.differed, rebuilt.counts) == (len(HERD), 1, 3)
    assert (await shop.found(min_price="240", max_price="240"))["total"] == 1


async def test_animals_that_are_alike_are_shown_the_most_alike_first(shop: Shop) -> None:
    await shop.add("twin", farm=SMYRNA, kg="61", price="245.00", title="Merino", sex="female")
    await shop.applied()
    answer = await shop.rig.request("GET", f"/api/v1/marketplace/livestock/{shop.ids['merino']}/similar")
    names = {str(id): name for name, id in shop.ids.items()}
    assert [names[item["livestock_id"]] for item in answer.json()["items"]] == ["twin", "kivircik", "oveja", "naimi"]
    answer = await shop.rig.request("GET", f"/api/v1/marketplace/livestock/{new_id()}/similar")
    assert (answer.status_code, answer.json()["code"]) == (404, "not_listed")


@pytest.mark.parametrize(
    ("said", "best"),
    [
        ("mer", ("Merino", "breed")),
        ("MERINO", ("Merino", "breed")),
        ("mernio", ("Merino", "breed")),
        ("kıv", ("Kıvırcık", "breed")),
        ("granja el", ("Granja El Olivar", "farm")),
        ("مزر", ("مزرعة النخيل", "farm")),
        ("shep", ("sheep", "type")),
    ],
)
async def test_names_are_suggested_as_they_are_typed(shop: Shop, said: str, best: tuple[str, str]) -> None:
    answer = await shop.rig.request("GET", f"{SEARCH}/suggestions", params={"q": said})
    first = answer.json()["items"][0]
    assert (first["text"], first["kind"]) == best


@pytest.mark.parametrize("said", ["", "  ", "%", "_", "\\", "ممتاز", "zzzz", "x" * 200, "\u202e"])
async def test_nothing_is_suggested_for_what_nothing_is_like(shop: Shop, said: str) -> None:
    answer = await shop.rig.request("GET", f"{SEARCH}/suggestions", params={"q": said})
    assert (answer.status_code, answer.json()) == (200, {"items": []})
