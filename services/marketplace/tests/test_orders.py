"""Buying: who may, and how an order ends."""

import asyncio
from decimal import Decimal
from typing import Any

import pytest

from amigok_chassis.ids import new_id
from amigok_chassis.testing import Rig
from amigok_contracts import Money
from amigok_contracts.marketplace import OrderPlaced
from marketplace.fees.rules import fee

PAYMENT = {"pay_with": "payment"}


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


async def test_an_order_is_shown_to_its_buyer_its_seller_and_administrators_only(rig: Rig, market: Any) -> None:
    buyer, seller = new_id(), new_id()
    _, order_id = await market.saga_of(await market.listed(seller), buyer)
    assert (await market.order_of(order_id, buyer))["side"] == "buyer"
    assert (await market.order_of(order_id, seller))["side"] == "seller"
    assert (await market.order_of(order_id, new_id()))["code"] == "not_found"
    answer = await rig.request("GET", f"{market.path}/orders/{order_id}", user=market.admin, role="admin")
    assert answer.json()["side"] == "administrator"
    assert (await rig.request("GET", f"{market.path}/my-orders", user=new_id())).json()["items"] == []


async def test_of_many_payers_at_once_one_gets_the_order_and_the_others_hear_why(rig: Rig, market: Any) -> None:
    livestock_id = await market.listed()
    answers = await asyncio.gather(*(market.buy(livestock_id, new_id(), json=PAYMENT) for _ in range(40)))
    assert sorted(answer.status_code for answer in answers) == [202] + [409] * 39
    assert {answer.json().get("code") for answer in answers} == {None, "listing_not_active"}
    assert len(await rig.events(OrderPlaced)) == 1


async def test_a_purchase_sent_again_with_its_key_is_one_order(rig: Rig, market: Any) -> None:
    livestock_id, buyer = await market.listed(), new_id()
    headers = {"Idempotency-Key": "one-purchase"}
    answers = await asyncio.gather(*(market.buy(livestock_id, buyer, headers=headers) for _ in range(10)))
    assert {answer.status_code for answer in answers} == {202}
    assert len({answer.text for answer in answers}) == 1
    assert len(await rig.events(OrderPlaced)) == 1


async def test_nobody_buys_from_themselves(rig: Rig, market: Any) -> None:
    seller = new_id()
    assert (await market.buy(await market.listed(seller), seller)).json()["code"] == "own_listing"


async def test_a_buyer_takes_an_order_back_until_the_price_is_held(rig: Rig, market: Any) -> None:
    buyer = new_id()
    livestock_id = await market.listed()
    saga, order_id = await market.saga_of(livestock_id, buyer)
    path = f"{market.path}/orders/{order_id}/cancel"
    assert (await rig.request("POST", path, user=new_id())).json()["code"] == "not_found"
    assert (await rig.request("POST", path, user=buyer)).json()["reason"] == "buyer_cancelled"
    await rig.deliver(saga.hold_placed())
    assert (await market.order_of(order_id, buyer))["state"] == "cancelled"
    saga, order_id = await market.saga_of(livestock_id, buyer)
    await rig.deliver(saga.hold_placed())
    answer = await rig.request("POST", f"{market.path}/orders/{order_id}/cancel", user=buyer)
    assert answer.json()["code"] == "order_not_cancellable"


async def test_a_key_of_one_purchase_is_not_the_key_of_another(rig: Rig, market: Any) -> None:
    buyer, headers = new_id(), {"Idempotency-Key": "one-purchase"}
    first, second = await market.listed(), await market.listed()
    assert (await market.buy(first, buyer, headers=headers)).status_code == 202
    answer = await market.buy(second, buyer, headers=headers)
    assert (answer.status_code, answer.json()["code"]) == (422, "idempotency_key_reused")
    assert (await market.buy(second, buyer)).status_code == 202


async def test_a_purchase_sent_again_after_the_sale_tells_the_order_of_now(rig: Rig, market: Any) -> None:
    buyer, headers = new_id(), {"Idempotency-Key": "one-purchase"}
    livestock_id = await market.listed()
    first = await market.buy(livestock_id, buyer, headers=headers)
    saga = type((await market.saga_of(await market.listed(), buyer))[0])((await rig.events(OrderPlaced))[0])
    await rig.deliver(saga.hold_placed(), saga.transferred(), saga.captured())
    again = await market.buy(livestock_id, buyer, headers=headers)
    assert (again.status_code, again.json()["id"]) == (202, first.json()["id"])
    assert (first.json()["state"], again.json()["state"]) == ("pending", "completed")
    assert again.json() == await market.order_of(first.json()["id"], buyer)


async def test_an_order_shows_neither_side_who_the_other_is(rig: Rig, market: Any) -> None:
    buyer, seller = new_id(), new_id()
    saga, order_id = await market.saga_of(await market.listed(seller), buyer)
    await rig.deliver(saga.hold_placed())
    for reader in (buyer, seller):
        assert not {str(buyer), str(seller)} & set(map(str, (await market.order_of(order_id, reader)).values()))


async def test_a_buyer_sells_on_as_soon_as_the_animal_is_paid_for(rig: Rig, market: Any) -> None:
    """Before, a second buyer would meet the first order, which is still under way."""
    buyer, livestock_id = new_id(), await market.listed()
    saga, _ = await market.saga_of(livestock_id, buyer)
    await rig.deliver(saga.hold_placed(), saga.transferred())
    refused = await market.offer(livestock_id, buyer)
    assert (refused.status_code, refused.json()["code"]) == (409, "sale_not_settled")
    await rig.deliver(saga.captured())
    assert (await market.offer(livestock_id, buyer)).status_code == 201
    assert (await market.buy(livestock_id, new_id())).status_code == 202
