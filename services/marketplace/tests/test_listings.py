"""Offering animals for sale, and finding them."""

import asyncio
from decimal import Decimal
from typing import Any

import pytest

from amigok_chassis import clock
from amigok_chassis.ids import new_id
from amigok_chassis.testing import Rig
from amigok_contracts import Money
from amigok_contracts.farm import LivestockOwnershipTransferred, LivestockWeighed
from amigok_contracts.marketplace import (
    ListingPublished,
    ListingRemoved,
)
from amigok_contracts.marketplace_watching import ListingTakenDown


async def test_a_listing_shows_what_the_farm_says_and_hides_who_sells(rig: Rig, market: Any) -> None:
    seller = new_id()
    mine = await market.listed(seller)
    page = (await rig.request("GET", f"{market.path}/livestock")).json()
    one = (await rig.request("GET", f"{market.path}/livestock/{mine}")).json()
    assert page["items"] == [one]
    assert (one["breed_name"], one["weight_kg"], one["listing_type"]) == ("Merino", "62.50", "user_resale")
    assert str(seller) not in str(page)
    assert len(await rig.events(ListingPublished)) == 1


async def test_only_the_owner_offers_an_animal_and_only_once(rig: Rig, market: Any) -> None:
    owner, other = new_id(), new_id()
    livestock_id = await market.animal(owner)
    assert (await market.offer(livestock_id, other)).json()["code"] == "not_owner"
    assert (await market.offer(livestock_id, None)).json()["code"] == "not_platform_owned"
    assert (await market.offer(new_id(), None)).json()["code"] == "not_found"
    zero = {"amount": "0.00", "currency": "USD"}
    assert (await market.offer(livestock_id, owner, price=zero)).json()["code"] == "price_not_positive"
    answers = await asyncio.gather(*(market.offer(livestock_id, owner) for _ in range(8)))
    assert sorted(answer.status_code for answer in answers) == [201] + [409] * 7


async def test_administration_is_for_administrators(rig: Rig, market: Any) -> None:
    livestock_id, anna = await market.listed(), new_id()
    for method, path in [
        ("POST", "/api/v1/admin/marketplace/livestock"),
        ("GET", "/api/v1/admin/marketplace/orders"),
        ("DELETE", f"/api/v1/admin/marketplace/listings/{livestock_id}"),
    ]:
        body = {"json": {"price": market.price, "livestock_id": str(livestock_id)}} if method == "POST" else {}
        assert (await rig.request(method, path, user=anna, **body)).status_code == 403
        assert (await rig.request(method, path, **body)).status_code == 401


async def test_what_administrators_put_up_and_take_down_is_in_the_audit_log(rig: Rig, market: Any) -> None:
    await market.listed(new_id())
    platforms = await market.listed()
    listing = (await rig.request("GET", f"{market.path}/livestock/{platforms}")).json()["id"]
    await rig.request("DELETE", f"/api/v1/admin/marketplace/listings/{listing}", user=market.admin, role="admin")
    entries = await rig.told()
    assert {(entry["actor_id"], entry["subject_id"]) for entry in entries} == {(str(market.admin), listing)}
    assert [(entry["action"], entry["before"], entry["after"]) for entry in entries] == [
        ("listing.published", {}, {"livestock_id": str(platforms), "price": "240.00 USD"}),
        ("listing.removed", {"state": "live"}, {"state": "removed"}),
    ]


async def test_a_listing_is_removed_by_its_seller_only_and_not_while_someone_buys(rig: Rig, market: Any) -> None:
    seller, other = new_id(), new_id()
    livestock_id = await market.listed(seller)
    listing_id = (await rig.request("GET", f"{market.path}/livestock/{livestock_id}")).json()["id"]
    path = f"{market.path}/listings/{listing_id}"
    assert (await rig.request("DELETE", path, user=other)).json()["code"] == "not_found"
    await market.buy(livestock_id, other, json={"pay_with": "payment"})
    assert (await rig.request("DELETE", path, user=seller)).json()["code"] == "listing_not_active"
    again = await market.listed(seller)
    listing_id = (await rig.request("GET", f"{market.path}/livestock/{again}")).json()["id"]
    assert (await rig.request("DELETE", f"{market.path}/listings/{listing_id}", user=seller)).status_code == 204
    assert (await market.buy(again, other)).json()["code"] == "not_listed"
    assert [event.reason for event in await rig.events(ListingRemoved)] == ["removed_by_seller"]


async def test_administrators_page_through_listings_of_a_filter(rig: Rig, market: Any) -> None:
    animals = [await market.listed() for _ in range(3)]
    await market.listed(new_id())
    path, found, cursor = "/api/v1/admin/marketplace/listings", [], {}
    while True:
        asked = {"limit": 2, "state": "live", **cursor}
        page = (await rig.request("GET", path, user=market.admin, role="admin", params=asked)).json()
        found += [item["livestock_id"] for item in page["items"] if item["listing_type"] == "system_livestock"]
        if page["next_cursor"] is None:
            break
        cursor = {"cursor": page["next_cursor"]}
    assert found == [str(animal) for animal in reversed(animals)]
    broken = await rig.request("GET", path, user=market.admin, role="admin", params={"cursor": "x"})
    assert broken.json()["code"] == "invalid_cursor"


async def test_administrators_end_a_users_listing_by_a_review_only(rig: Rig, market: Any) -> None:
    livestock_id = await market.listed(new_id())
    listing_id = (await rig.request("GET", f"{market.path}/livestock/{livestock_id}")).json()["id"]
    path = f"/api/v1/admin/marketplace/listings/{listing_id}"
    refused = await rig.request("DELETE", path, user=market.admin, role="admin")
    assert (refused.status_code, refused.json()["code"]) == (409, "user_listing")
    body = {"version": 1, "verdict": "taken_down", "reason": "fraud", "note": "Another's photos."}
    answer = await rig.request("POST", f"{path}/review", user=market.admin, role="admin", json=body)
    assert answer.status_code == 204, answer.text
    assert await rig.events(ListingTakenDown)


async def test_what_is_known_of_an_animal_does_not_depend_on_the_order_of_news(rig: Rig, market: Any) -> None:
    seller, buyer = new_id(), new_id()
    event = market.registered(seller)
    sale = LivestockOwnershipTransferred(
        livestock_id=event.livestock_id,
        aggregate_version=2,
        order_id=new_id(),
        previous_owner_id=seller,
        owner_id=buyer,
        price=event.value,
        transferred_at=clock.now(),
    )
    await rig.deliver(sale, event)
    assert (await market.offer(event.livestock_id, seller)).json()["code"] == "not_owner"
    assert (await market.offer(event.livestock_id, buyer)).status_code == 201


async def test_the_market_pages_through_everything_once_and_filters(rig: Rig, market: Any) -> None:
    for amount in ("100.00", "200.00", "300.00", "400.00", "500.00"):
        await market.listed(new_id(), price={"amount": amount, "currency": "USD"})
    seen, cursor = [], None
    while True:
        params = {"limit": 2} | ({"cursor": cursor} if cursor else {})
        page = (await rig.request("GET", f"{market.path}/livestock", params=params)).json()
        seen += [item["price"]["amount"] for item in page["items"]]
        cursor = page["next_cursor"]
        if cursor is None:
            break
    assert seen == ["500.00", "400.00", "300.00", "200.00", "100.00"]
    params = {"min_price": "200", "max_price": "300.00", "breed_name": "Merino"}
    page = (await rig.request("GET", f"{market.path}/livestock", params=params)).json()
    assert [item["price"]["amount"] for item in page["items"]] == ["300.00", "200.00"]
    for odd in (
        {"cursor": "bm8"},
        {"limit": 0},
        {"limit": 10**30},
        {"min_price": "NaN"},
        {"min_price": "-1"},
        {"min_price": "1E2"},
        {"min_price": "2_4.0"},
        {"min_price": "\u0666\u0662"},
        {"max_price": " 240"},
        {"max_price": "0" * 30_000},
        {"max_price": "1." + "1" * 30_000},
        {"type_name": "x" * 101},
        {"breed_name": "x" * 30_000},
        {"cursor": "A" * 501},
        {"currency": "USD" * 1_000},
        {"type_name": "\x00"},
        {"x": "y"},
    ):
        answer = await rig.request("GET", f"{market.path}/livestock", params=odd)
        assert (answer.status_code, answer.headers["content-type"]) == (422, "application/problem+json"), odd


async def test_an_animal_that_is_sold_while_its_former_owner_offers_it_again_is_not_offered(
    rig: Rig, market: Any, outsider: Any, somebody_waits: Any
) -> None:
    seller, buyer = new_id(), new_id()
    livestock_id = await market.listed(seller)
    saga, _ = await market.saga_of(livestock_id, buyer)
    await rig.deliver(saga.hold_placed())
    async with outsider.transaction():
        await outsider.execute("LOCK TABLE outbox IN SHARE MODE")  # a sale stops short of its commit
        selling = asyncio.create_task(rig.deliver(saga.transferred()))
        await somebody_waits()
        offering = asyncio.create_task(market.offer(livestock_id, seller))
        await asyncio.sleep(0.3)
    await selling
    assert (await offering).json().get("code") == "not_owner"
    assert (await market.offer(livestock_id, buyer)).json()["code"] == "sale_not_settled"
    await market.confirm(saga)
    await rig.deliver(saga.captured())
    assert (await market.offer(livestock_id, buyer)).status_code == 201


async def test_prices_between_two_minor_units_are_compared_exactly(rig: Rig, market: Any) -> None:
    await market.listed()
    for filters, count in [
        ({"min_price": "240"}, 1),
        ({"min_price": "239.9999999999"}, 1),
        ({"min_price": "240.0000000001"}, 0),
        ({"max_price": "240.0099999999"}, 1),
        ({"max_price": "239.9999999999"}, 0),
        ({"min_price": "300", "max_price": "200"}, 0),
        ({"min_price": "0", "max_price": "1000000000000"}, 1),
        ({"min_price": "0.000000000001"}, 1),
        ({"currency": "EUR"}, 0),
    ]:
        assert len(await market.shown(**filters)) == count, filters


@pytest.mark.parametrize("text", ['"quoted" \\ and <b>', "çoban köyü \U0001f411", "'; DROP TABLE listings; --"])
async def test_what_a_seller_writes_is_shown_as_written_in_every_answer(rig: Rig, market: Any, text: str) -> None:
    seller = new_id()
    livestock_id = await market.animal(seller)
    prose = f"{text}\nsecond line"
    answer = (await market.offer(livestock_id, seller, title=text, description=prose)).json()
    assert (answer["title"], answer["description"], answer["weight_kg"]) == (text, prose, "62.50")
    one = (await rig.request("GET", f"{market.path}/livestock/{livestock_id}")).json()
    mine = (await rig.request("GET", f"{market.path}/my-listings", user=seller)).json()["items"]
    assert [answer] == [one] == mine == await market.shown()


@pytest.mark.parametrize(
    "body",
    [
        {"title": "a\x00b"},
        {"title": "\x1b[2J"},
        {"title": "two\nlines"},
        {"title": "\u202ea"},
        {"title": "x" * 121},
        {"description": "a\x00b"},
        {"description": "\x9b2J"},
        {"description": "x" * 2001},
        {"colour": "white"},
        {"price": {"amount": "9999999999999.999", "currency": "USD"}},
        {"price": {"amount": "1", "currency": "XXX"}},
    ],
)
async def test_an_offer_that_does_not_fit_is_refused(rig: Rig, market: Any, body: dict[str, Any]) -> None:
    owner = new_id()
    answer = await market.offer(await market.animal(owner), owner, **body)
    assert (answer.status_code, answer.json()["code"]) == (422, "invalid_request")


async def test_the_dearest_animal_can_be_listed_bought_and_shown(rig: Rig, market: Any) -> None:
    livestock_id = await market.listed(new_id(), price={"amount": "9999999999999.99", "currency": "GBP"})
    (shown,) = await market.shown(currency="GBP")
    assert shown["price"] == {"amount": "9999999999999.99", "currency": "GBP"}
    assert (await market.buy(livestock_id, new_id())).json()["fee"]["amount"] == "250000000000.00"


def weighed(registered: Any, version: int, kg: str) -> LivestockWeighed:
    return LivestockWeighed(
        livestock_id=registered.livestock_id,
        aggregate_version=version,
        weighing_id=new_id(),
        measured_at=clock.now(),
        measured_kg=Decimal(kg),
        weight_kg=Decimal(kg),
        value=Money.of_minor(100, "USD"),
    )


async def test_a_listing_shows_the_newest_weight_in_whatever_order_news_come(rig: Rig, market: Any) -> None:
    owner, animal = new_id(), market.registered()
    bought = LivestockOwnershipTransferred(
        livestock_id=animal.livestock_id,
        aggregate_version=2,
        order_id=new_id(),
        previous_owner_id=None,
        owner_id=owner,
        price=Money.of_minor(100, "USD"),
        transferred_at=clock.now(),
    )
    await rig.deliver(weighed(animal, 4, "70.25"), weighed(animal, 3, "66.00"), animal, bought)
    assert (await market.offer(animal.livestock_id, owner)).status_code == 201
    [shown] = await market.shown()
    assert (shown["weight_kg"], shown["breed_name"]) == ("70.25", "Merino")
    await rig.deliver(weighed(animal, 5, "71.00"))
    assert (await market.shown())[0]["weight_kg"] == "71.00"
