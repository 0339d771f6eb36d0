"""Watches, saved searches and views."""

from typing import Any
from uuid import UUID

import pytest

from amigok_chassis.ids import new_id
from amigok_chassis.testing import Rig
from amigok_contracts.marketplace import ListingPublished
from amigok_contracts.marketplace_listings import ListingPriceChanged
from amigok_contracts.marketplace_watching import SavedSearchMatched, WatchPriceDropped
from marketplace.settings import Settings
from marketplace.views import counting
from services.marketplace.tests.test_people import news


async def reprice(rig: Rig, market: Any, listing: str, seller: UUID, *amounts: str) -> None:
    """Changes the price of a listing again and again, and delivers what it says of that, twice."""
    for version, amount in enumerate(amounts, start=1):
        price = {"amount": amount, "currency": "USD"}
        body = {"version": version, "price": price, "title": "Ewe", "description": "", "negotiable": False}
        answer = await rig.request("PUT", f"{market.path}/listings/{listing}", user=seller, json=body)
        assert answer.status_code == 200, answer.text
        changed = (await rig.events(ListingPriceChanged))[-1]
        await rig.deliver(changed, changed)


async def test_who_watches_is_told_of_a_price_lower_than_each_they_know(rig: Rig, market: Any) -> None:
    seller, watcher = new_id(), new_id()
    listing = await market.listing_of(await market.listed(seller))
    for _ in range(2):
        watched = await rig.request("PUT", f"{market.path}/listings/{listing}/watch", user=watcher)
        assert watched.status_code == 204
    await reprice(rig, market, listing, seller, "250.00", "230.00", "260.00", "235.00", "220.00")
    told = await rig.events(WatchPriceDropped)
    assert [str(event.price) for event in told] == ["230.00 USD", "220.00 USD"]
    assert {event.recipient_ids for event in told} == {(watcher,)}
    [mine] = (await rig.request("GET", f"{market.path}/my-watches", user=watcher)).json()["items"]
    assert (mine["listing_id"], mine["price"]["amount"]) == (listing, "220.00")
    await rig.request("DELETE", f"{market.path}/listings/{listing}/watch", user=watcher)
    assert (await rig.request("GET", f"{market.path}/my-watches", user=watcher)).json()["items"] == []


async def test_nobody_watches_without_end_or_what_is_not_for_sale(rig: Rig, market: Any) -> None:
    watcher = new_id()
    rig.context.use(Settings(watches=1))
    first, second = [await market.listing_of(await market.listed()) for _ in range(2)]
    assert (await rig.request("PUT", f"{market.path}/listings/{first}/watch", user=watcher)).status_code == 204
    full = await rig.request("PUT", f"{market.path}/listings/{second}/watch", user=watcher)
    assert full.json()["code"] == "too_many_watches"
    gone = await rig.request("PUT", f"{market.path}/listings/{new_id()}/watch", user=watcher)
    assert gone.json()["code"] == "not_listed"


async def save(rig: Rig, market: Any, user: UUID, **wanted: Any) -> Any:
    body = {"name": "Ewes"} | wanted
    return await rig.request("POST", f"{market.path}/saved-searches", user=user, json=body)


@pytest.mark.parametrize(
    ("wanted", "fits"),
    [
        ({"type_name": ["sheep"]}, True),
        ({"type_name": ["goat", "sheep"], "breed_name": ["Merino"], "sex": "female"}, True),
        ({"q": "merinos"}, True),
        ({"q": "goats"}, False),
        ({"max_price": "240.00", "min_weight_kg": "60.00"}, True),
        ({"type_name": ["goat"]}, False),
        ({"sex": "male"}, False),
        ({"max_price": "239.99"}, False),
        ({"min_price": "240.01"}, False),
        ({"max_weight_kg": "60.00"}, False),
        ({"type_name": ["sheep"], "currency": "EUR"}, False),
        ({"listing_type": "system_livestock", "negotiable": False, "has_photos": False}, True),
        ({"listing_type": "user_resale"}, False),
        ({"min_rating": "1"}, False),
        ({"near": "38.4,27.2", "within_km": "5"}, False),
    ],
)
async def test_a_saved_search_tells_of_what_fits_once(rig: Rig, market: Any, wanted: Any, fits: bool) -> None:
    me = new_id()
    saved = await save(rig, market, me, **wanted)
    assert saved.status_code == 201, saved.text
    await market.listed()
    [published] = await rig.events(ListingPublished)
    await rig.deliver(published)
    await rig.deliver(published)
    told = [match for event in await rig.events(SavedSearchMatched) for match in event.matches]
    assert [(str(match.search_id), match.user_id) for match in told] == [(saved.json()["id"], me)] * fits


async def test_a_listing_that_becomes_cheap_enough_is_told_then_and_not_to_its_seller(rig: Rig, market: Any) -> None:
    seller, other = new_id(), new_id()
    for user in (seller, other):
        await save(rig, market, user, max_price="200.00")
    listing = await market.listing_of(await market.listed(seller))
    await rig.deliver(*await rig.events(ListingPublished))
    assert await rig.events(SavedSearchMatched) == []
    await reprice(rig, market, listing, seller, "200.00", "190.00")
    [event] = await rig.events(SavedSearchMatched)
    assert [match.user_id for match in event.matches] == [other]


async def test_a_saved_search_is_read_as_it_was_said_however_small_its_numbers(rig: Rig, market: Any) -> None:
    me = new_id()
    saved = await save(rig, market, me, min_price=1e-7, max_price="0.000000000002")
    assert saved.status_code == 201, saved.text
    [listed] = (await rig.request("GET", f"{market.path}/saved-searches", user=me)).json()["items"]
    assert listed == saved.json()


async def test_saved_searches_are_few_and_ones_own(rig: Rig, market: Any) -> None:
    me = new_id()
    rig.context.use(Settings(saved_searches=1))
    for wanted in (
        {},
        {"negotiable": 1},
        {"has_photos": "true"},
        {"min_age_days": "5"},
        {"near": "1,1", "within_km": 5e-324},
    ):
        assert (await save(rig, market, me, **wanted)).json()["code"] == "invalid_request"
    saved = (await save(rig, market, me, type_name=["sheep"], max_price="200")).json()
    assert (saved["type_name"], saved["max_price"], saved["sex"]) == (["sheep"], "200", None)
    assert (await save(rig, market, me, type_name=["goat"])).json()["code"] == "too_many_saved_searches"
    path = f"{market.path}/saved-searches/{saved['id']}"
    assert (await rig.request("DELETE", path, user=new_id())).json()["code"] == "saved_search_not_found"
    assert (await rig.request("DELETE", path, user=me)).status_code == 204
    await save(rig, market, me, type_name=["goat"])
    await rig.deliver(news(me, "deleted", 2))
    assert await rig.db.fetch("SELECT id FROM saved_searches") == []


async def test_views_are_added_to_listings_in_one_statement(rig: Rig, market: Any) -> None:
    livestock_id = await market.listed()
    listing = UUID(await market.listing_of(livestock_id))
    async with rig.db.unit_of_work() as db:
        await counting.add(db, {listing: 3, new_id(): 1})
    assert (await market.shown())[0]["views"] == 3
