"""Listings and the saga of an order, over HTTP and through the inbox, on a real PostgreSQL."""

import asyncio
import random
from collections.abc import Iterator
from datetime import timedelta
from decimal import Decimal
from typing import Any
from uuid import UUID

import httpx
import pytest

from amigok_chassis import clock
from amigok_chassis.consumer import Retry
from amigok_chassis.ids import new_id
from amigok_chassis.testing import Rig
from amigok_contracts import Event, Money
from amigok_contracts.farm import LivestockOwnershipTransferred, LivestockRegistered, LivestockTransferRefused
from amigok_contracts.marketplace import (
    ListingPublished,
    ListingRemoved,
    OrderCancelled,
    OrderCompleted,
    OrderConfirmed,
    OrderFulfilled,
    OrderPlaced,
    OrderTimedOut,
)
from amigok_contracts.wallet import HoldCaptured, HoldPlaced, HoldRefused
from marketplace.fees import fee

ADMIN = new_id()
PRICE = {"amount": "240.00", "currency": "USD"}
MARKET = "/api/v1/marketplace"


@pytest.fixture(autouse=True)
def _real_time_again() -> Iterator[None]:
    yield
    clock.set_offset(timedelta())


def registered(*, owner: UUID | None = None, version: int = 1, livestock_id: UUID | None = None) -> LivestockRegistered:
    animal = livestock_id or new_id()
    return LivestockRegistered(
        livestock_id=animal,
        aggregate_version=version,
        farm_id=new_id(),
        farm_name="Hill Farm",
        type_name="sheep",
        breed_name="Merino",
        tag_number=f"T{animal.hex[-6:]}",
        sex="female",
        weight_kg=Decimal("62.50"),
        value=Money.of_minor(24_000, "USD"),
        owner_id=owner,
    )


async def animal(rig: Rig, owner: UUID | None = None) -> UUID:
    event = registered(owner=owner)
    await rig.deliver(event)
    return event.livestock_id


async def listed(rig: Rig, owner: UUID | None = None, price: dict[str, str] = PRICE) -> UUID:
    livestock_id = await animal(rig, owner)
    answer = await offer(rig, livestock_id, owner, price=price)
    assert answer.status_code == 201, answer.text
    return livestock_id


async def offer(rig: Rig, livestock_id: UUID, owner: UUID | None, **body: Any) -> httpx.Response:
    body = {"price": PRICE} | body
    if owner is None:
        path, body = "/api/v1/admin/marketplace/livestock", body | {"livestock_id": str(livestock_id)}
        return await rig.request("POST", path, user=ADMIN, role="admin", json=body)
    return await rig.request("POST", f"{MARKET}/my-livestock/{livestock_id}/list", user=owner, json=body)


async def buy(rig: Rig, livestock_id: UUID, buyer: UUID, **kwargs: Any) -> httpx.Response:
    return await rig.request("POST", f"{MARKET}/livestock/{livestock_id}/buy", user=buyer, **kwargs)


async def order_of(rig: Rig, order_id: str, reader: UUID) -> dict[str, Any]:
    order: dict[str, Any] = (await rig.request("GET", f"{MARKET}/orders/{order_id}", user=reader)).json()
    return order


class Saga:
    """The other services' side of one order."""

    def __init__(self, placed: OrderPlaced) -> None:
        self.order = placed

    def hold_placed(self) -> Event:
        return HoldPlaced(
            hold_id=new_id(),
            order_id=self.order.order_id,
            user_id=self.order.buyer_id,
            amount=self.order.price,
            expires_at=clock.now(),
        )

    def hold_refused(self) -> Event:
        return HoldRefused(order_id=self.order.order_id, user_id=self.order.buyer_id, reason="insufficient_funds")

    def transferred(self) -> Event:
        return LivestockOwnershipTransferred(
            livestock_id=self.order.livestock_id,
            aggregate_version=2,
            order_id=self.order.order_id,
            previous_owner_id=self.order.seller_id,
            owner_id=self.order.buyer_id,
            price=self.order.price,
            transferred_at=clock.now(),
        )

    def transfer_refused(self, reason: str = "not_owner") -> Event:
        return LivestockTransferRefused(
            livestock_id=self.order.livestock_id, order_id=self.order.order_id, reasons=(reason,)
        )

    def captured(self) -> Event:
        return HoldCaptured(
            hold_id=new_id(),
            order_id=self.order.order_id,
            transfer_id=new_id(),
            user_id=self.order.buyer_id,
            seller_id=self.order.seller_id,
            amount=self.order.price,
            fee=self.order.fee,
        )


async def saga_of(rig: Rig, livestock_id: UUID, buyer: UUID) -> tuple[Saga, str]:
    answer = await buy(rig, livestock_id, buyer)
    assert answer.status_code == 202, answer.text
    return Saga((await rig.events(OrderPlaced))[-1]), answer.json()["id"]


@pytest.mark.parametrize(
    ("price", "points", "expected"),
    [
        ("240.00", 250, "6.00"),
        ("0.01", 250, "0.00"),
        ("0.20", 250, "0.01"),
        ("99.99", 0, "0.00"),
        ("9.99", 10_000, "9.99"),
    ],
)
def test_the_fee_is_rounded_half_up_to_the_minor_unit(price: str, points: int, expected: str) -> None:
    taken = fee(Money(amount=Decimal(price), currency="USD"), basis_points=points)
    assert taken == Money(amount=Decimal(expected), currency="USD")


async def test_a_listing_shows_what_the_farm_says_and_hides_who_sells(rig: Rig) -> None:
    seller = new_id()
    mine = await listed(rig, seller)
    page = (await rig.request("GET", f"{MARKET}/livestock")).json()
    one = (await rig.request("GET", f"{MARKET}/livestock/{mine}")).json()
    assert page["items"] == [one]
    assert (one["breed_name"], one["weight_kg"], one["listing_type"]) == ("Merino", "62.50", "user_resale")
    assert str(seller) not in str(page)
    assert len(await rig.events(ListingPublished)) == 1


async def test_only_the_owner_offers_an_animal_and_only_once(rig: Rig) -> None:
    owner, other = new_id(), new_id()
    livestock_id = await animal(rig, owner)
    assert (await offer(rig, livestock_id, other)).json()["code"] == "not_owner"
    assert (await offer(rig, livestock_id, None)).json()["code"] == "not_platform_owned"
    assert (await offer(rig, new_id(), owner)).json()["code"] == "not_found"
    zero = {"amount": "0.00", "currency": "USD"}
    assert (await offer(rig, livestock_id, owner, price=zero)).json()["code"] == "price_not_positive"
    answers = await asyncio.gather(*(offer(rig, livestock_id, owner) for _ in range(8)))
    assert sorted(answer.status_code for answer in answers) == [201] + [409] * 7


async def test_administration_is_for_administrators(rig: Rig) -> None:
    livestock_id, anna = await listed(rig), new_id()
    for method, path in [
        ("POST", "/api/v1/admin/marketplace/livestock"),
        ("GET", "/api/v1/admin/marketplace/orders"),
        ("DELETE", f"/api/v1/admin/marketplace/listings/{livestock_id}"),
    ]:
        body = {"json": {"price": PRICE, "livestock_id": str(livestock_id)}} if method == "POST" else {}
        assert (await rig.request(method, path, user=anna, **body)).status_code == 403
        assert (await rig.request(method, path, **body)).status_code == 401


async def test_a_listing_is_removed_by_its_seller_only_and_not_while_someone_buys(rig: Rig) -> None:
    seller, other = new_id(), new_id()
    livestock_id = await listed(rig, seller)
    listing_id = (await rig.request("GET", f"{MARKET}/livestock/{livestock_id}")).json()["id"]
    path = f"{MARKET}/listings/{listing_id}"
    assert (await rig.request("DELETE", path, user=other)).json()["code"] == "not_found"
    await buy(rig, livestock_id, other)
    assert (await rig.request("DELETE", path, user=seller)).json()["code"] == "listing_not_active"
    again = await listed(rig, seller)
    listing_id = (await rig.request("GET", f"{MARKET}/livestock/{again}")).json()["id"]
    assert (await rig.request("DELETE", f"{MARKET}/listings/{listing_id}", user=seller)).status_code == 204
    assert (await buy(rig, again, other)).json()["code"] == "not_listed"
    assert [event.reason for event in await rig.events(ListingRemoved)] == ["removed_by_seller"]


async def test_an_order_goes_from_placed_to_completed(rig: Rig) -> None:
    buyer = new_id()
    livestock_id = await listed(rig)
    saga, order_id = await saga_of(rig, livestock_id, buyer)
    states = []
    for event in (saga.hold_placed(), saga.transferred(), saga.captured()):
        await rig.deliver(event)
        states.append((await order_of(rig, order_id, buyer))["state"])
    assert states == ["confirmed", "fulfilled", "completed"]
    assert [len(await rig.events(kind)) for kind in (OrderConfirmed, OrderFulfilled, OrderCompleted)] == [1, 1, 1]
    assert (await rig.request("GET", f"{MARKET}/livestock/{livestock_id}")).json()["state"] == "sold"


async def test_an_order_is_shown_to_its_buyer_its_seller_and_administrators_only(rig: Rig) -> None:
    buyer, seller = new_id(), new_id()
    _, order_id = await saga_of(rig, await listed(rig, seller), buyer)
    assert (await order_of(rig, order_id, buyer))["side"] == "buyer"
    assert (await order_of(rig, order_id, seller))["side"] == "seller"
    assert (await order_of(rig, order_id, new_id()))["code"] == "not_found"
    answer = await rig.request("GET", f"{MARKET}/orders/{order_id}", user=ADMIN, role="admin")
    assert answer.json()["side"] == "administrator"
    assert (await rig.request("GET", f"{MARKET}/my-orders", user=new_id())).json()["items"] == []


async def test_of_many_buyers_at_once_one_gets_the_order_and_the_others_hear_why(rig: Rig) -> None:
    livestock_id = await listed(rig)
    answers = await asyncio.gather(*(buy(rig, livestock_id, new_id()) for _ in range(40)))
    assert sorted(answer.status_code for answer in answers) == [202] + [409] * 39
    assert {answer.json().get("code") for answer in answers} == {None, "listing_not_active"}
    assert len(await rig.events(OrderPlaced)) == 1


async def test_a_purchase_sent_again_with_its_key_is_one_order(rig: Rig) -> None:
    livestock_id, buyer = await listed(rig), new_id()
    headers = {"Idempotency-Key": "one-purchase"}
    answers = await asyncio.gather(*(buy(rig, livestock_id, buyer, headers=headers) for _ in range(10)))
    assert {answer.status_code for answer in answers} == {202}
    assert len({answer.text for answer in answers}) == 1
    assert len(await rig.events(OrderPlaced)) == 1


async def test_nobody_buys_from_themselves(rig: Rig) -> None:
    seller = new_id()
    assert (await buy(rig, await listed(rig, seller), seller)).json()["code"] == "own_listing"


async def test_a_refused_hold_cancels_the_order_with_its_reason_and_frees_the_listing(rig: Rig) -> None:
    buyer = new_id()
    livestock_id = await listed(rig)
    saga, order_id = await saga_of(rig, livestock_id, buyer)
    await rig.deliver(saga.hold_refused())
    order = await order_of(rig, order_id, buyer)
    assert (order["state"], order["reason"]) == ("cancelled", "insufficient_funds")
    assert (await buy(rig, livestock_id, new_id())).status_code == 202


async def test_a_refused_transfer_cancels_the_order_and_takes_the_animal_off_the_market(rig: Rig) -> None:
    buyer = new_id()
    livestock_id = await listed(rig)
    saga, order_id = await saga_of(rig, livestock_id, buyer)
    await rig.deliver(saga.hold_placed(), saga.transfer_refused())
    assert (await order_of(rig, order_id, buyer))["reason"] == "not_owner"
    assert (await buy(rig, livestock_id, new_id())).json()["code"] == "not_listed"
    assert len(await rig.events(OrderCancelled)) == 1


async def test_a_buyer_takes_an_order_back_until_the_price_is_held(rig: Rig) -> None:
    buyer = new_id()
    livestock_id = await listed(rig)
    saga, order_id = await saga_of(rig, livestock_id, buyer)
    path = f"{MARKET}/orders/{order_id}/cancel"
    assert (await rig.request("POST", path, user=new_id())).json()["code"] == "not_found"
    assert (await rig.request("POST", path, user=buyer)).json()["reason"] == "buyer_cancelled"
    await rig.deliver(saga.hold_placed())
    assert (await order_of(rig, order_id, buyer))["state"] == "cancelled"
    saga, order_id = await saga_of(rig, livestock_id, buyer)
    await rig.deliver(saga.hold_placed())
    answer = await rig.request("POST", f"{MARKET}/orders/{order_id}/cancel", user=buyer)
    assert answer.json()["code"] == "order_not_cancellable"


async def test_an_order_whose_price_is_not_held_in_time_is_cancelled(rig: Rig) -> None:
    buyer = new_id()
    livestock_id = await listed(rig)
    saga, order_id = await saga_of(rig, livestock_id, buyer)
    clock.set_offset(timedelta(minutes=5))
    await rig.run_job("enforce_deadlines")
    await rig.deliver(saga.hold_placed())
    assert (await order_of(rig, order_id, buyer))["reason"] == "hold_timeout"
    assert (await buy(rig, livestock_id, new_id())).status_code == 202


async def test_the_farm_is_asked_to_decide_when_it_does_not_answer_and_its_answer_counts(rig: Rig) -> None:
    for answer, state in (("transferred", "fulfilled"), ("refused", "cancelled")):
        buyer = new_id()
        saga, order_id = await saga_of(rig, await listed(rig), buyer)
        await rig.deliver(saga.hold_placed())
        clock.set_offset(clock.offset() + timedelta(minutes=5))
        await rig.run_job("enforce_deadlines")
        assert (await order_of(rig, order_id, buyer))["state"] == "confirmed"
        await rig.deliver(saga.transferred() if answer == "transferred" else saga.transfer_refused("expired"))
        assert (await order_of(rig, order_id, buyer))["state"] == state
    assert len(await rig.events(OrderTimedOut)) == 2


async def test_duplicates_of_every_message_change_nothing(rig: Rig) -> None:
    dice = random.Random(3)
    for _ in range(5):
        buyer = new_id()
        saga, order_id = await saga_of(rig, await listed(rig), buyer)
        heard: list[Event] = []
        for event in (saga.hold_placed(), saga.transferred(), saga.captured()):
            heard.append(event)
            await rig.deliver(*dice.choices(heard[:-1], k=2) if heard[:-1] else [], event, event)
        assert (await order_of(rig, order_id, buyer))["state"] == "completed"
    assert [len(await rig.events(kind)) for kind in (OrderConfirmed, OrderFulfilled, OrderCompleted)] == [5, 5, 5]


async def test_a_message_that_is_too_early_waits_for_its_turn(rig: Rig) -> None:
    buyer = new_id()
    saga, order_id = await saga_of(rig, await listed(rig), buyer)
    with pytest.raises(Retry):
        await rig.deliver(saga.captured())
    await rig.deliver(saga.hold_placed(), saga.transferred(), saga.captured())
    assert (await order_of(rig, order_id, buyer))["state"] == "completed"


async def test_what_is_known_of_an_animal_does_not_depend_on_the_order_of_news(rig: Rig) -> None:
    seller, buyer = new_id(), new_id()
    event = registered(owner=seller)
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
    assert (await offer(rig, event.livestock_id, seller)).json()["code"] == "not_owner"
    assert (await offer(rig, event.livestock_id, buyer)).status_code == 201


async def test_the_market_pages_through_everything_once_and_filters(rig: Rig) -> None:
    for amount in ("100.00", "200.00", "300.00", "400.00", "500.00"):
        await listed(rig, price={"amount": amount, "currency": "USD"})
    seen, cursor = [], None
    while True:
        params = {"limit": 2} | ({"cursor": cursor} if cursor else {})
        page = (await rig.request("GET", f"{MARKET}/livestock", params=params)).json()
        seen += [item["price"]["amount"] for item in page["items"]]
        cursor = page["next_cursor"]
        if cursor is None:
            break
    assert seen == ["500.00", "400.00", "300.00", "200.00", "100.00"]
    params = {"min_price": "200", "max_price": "300.00", "breed_name": "Merino"}
    page = (await rig.request("GET", f"{MARKET}/livestock", params=params)).json()
    assert [item["price"]["amount"] for item in page["items"]] == ["300.00", "200.00"]
    for odd in (
        {"cursor": "bm8"},
        {"limit": 0},
        {"limit": 10**30},
        {"min_price": "NaN"},
        {"type_name": "\x00"},
        {"x": "y"},
    ):
        answer = await rig.request("GET", f"{MARKET}/livestock", params=odd)
        assert (answer.status_code, answer.headers["content-type"]) == (422, "application/problem+json"), odd
