"""Buyers and sellers state what they saw, and nothing that has changed since is taken for it."""

import asyncio
from datetime import UTC, datetime
from typing import Any

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError

from amigok_chassis import clock
from amigok_chassis.errors import driver_error
from amigok_chassis.ids import new_id
from amigok_chassis.testing import Rig, token
from amigok_contracts.marketplace import OrderHoldRequested, OrderPlaced
from marketplace.settings import Settings


async def relisted(rig: Rig, market: Any, seller: Any, livestock_id: Any, **price: str) -> str:
    """The id of the listing that was, before the seller took it down and offered the animal at another price."""
    before: str = await market.listing_of(livestock_id)
    await rig.request("DELETE", f"{market.path}/listings/{before}", user=seller)
    assert (await market.offer(livestock_id, seller, price=price)).status_code == 201
    return before


@pytest.mark.parametrize("price", [{"amount": "24000.00", "currency": "USD"}, {"amount": "999.00", "currency": "EUR"}])
@pytest.mark.parametrize("pay_with", ["wallet", "payment"])
async def test_nobody_pays_for_a_listing_that_they_have_not_seen(
    rig: Rig, market: Any, price: dict[str, str], pay_with: str
) -> None:
    seller, buyer = new_id(), new_id()
    livestock_id = await market.listed(seller)
    seen = await relisted(rig, market, seller, livestock_id, **price)
    body = {"listing_id": seen, "pay_with": pay_with}
    refused = await market.buy(livestock_id, buyer, json=body)
    assert (refused.status_code, refused.json()["code"]) == (409, "listing_changed")
    assert price["amount"] not in refused.text
    assert await rig.events(OrderPlaced) == []
    assert (await market.shown(currency=price["currency"]))[0]["state"] == "live"
    assert (await market.buy(livestock_id, buyer)).json()["price"] == price


async def test_a_price_that_the_buyer_states_is_the_listings_or_nothing_is_ordered(rig: Rig, market: Any) -> None:
    livestock_id, buyer = await market.listed(), new_id()
    for amount, currency in (("24.00", "USD"), ("240.00", "EUR"), ("240.01", "USD")):
        refused = await market.buy(livestock_id, buyer, json={"price": {"amount": amount, "currency": currency}})
        assert refused.json()["code"] == "listing_changed"
    assert await rig.events(OrderPlaced) == []
    placed = await market.buy(livestock_id, buyer, json={"price": {"amount": "240.0", "currency": "USD"}})
    assert placed.status_code == 202


async def test_the_listing_of_another_animal_buys_nothing(rig: Rig, market: Any) -> None:
    cheap, dear = await market.listed(), await market.listed(price={"amount": "9000.00", "currency": "USD"})
    answer = await market.buy(dear, new_id(), json={"listing_id": await market.listing_of(cheap)})
    assert answer.json()["code"] == "listing_changed"


@pytest.mark.parametrize("body", [{}, {"listing_id": None}, {"listing_id": "7"}, {"price": "240.00"}, {"price": None}])
async def test_a_purchase_names_its_listing(rig: Rig, market: Any, body: dict[str, Any]) -> None:
    livestock_id = await market.listed()
    answer = await rig.request("POST", f"{market.path}/livestock/{livestock_id}/buy", user=new_id(), json=body)
    assert (answer.status_code, answer.json()["code"]) == (422, "invalid_request")


@pytest.mark.parametrize(
    ("column", "value"),
    [("price", "price + 1"), ("currency", "'EUR'"), ("fee_basis_points", "9999"), ("seller_id", "gen_random_uuid()")],
)
async def test_what_a_listing_asks_for_never_changes(rig: Rig, market: Any, column: str, value: str) -> None:
    await market.listed()
    with pytest.raises(DBAPIError) as refused:
        async with rig.db.unit_of_work() as db:
            await db.execute(text(f"UPDATE listings SET {column} = {value}"))
    assert "never change" in str(driver_error(refused.value))


async def test_a_listing_relisted_while_somebody_buys_it_is_bought_as_seen_or_not_at_all(rig: Rig, market: Any) -> None:
    seller = new_id()
    dear = {"amount": "24000.00", "currency": "USD"}
    for _ in range(5):
        livestock_id = await market.listed(seller)
        seen = await market.listing_of(livestock_id)
        bought, _ = await asyncio.gather(
            market.buy(livestock_id, new_id(), json={"listing_id": seen, "pay_with": "payment"}),
            rig.request("DELETE", f"{market.path}/listings/{seen}", user=seller),
        )
        await market.offer(livestock_id, seller, price=dear)
        assert bought.json().get("price", market.price) == market.price
        assert bought.json().get("code") in (None, "listing_changed", "not_listed")


async def test_a_seller_is_charged_the_fee_that_they_were_shown(rig: Rig, market: Any) -> None:
    seller, buyer = new_id(), new_id()
    shown = (await rig.request("GET", f"{market.path}/fee")).json()
    assert (shown["basis_points"], shown["minimum"]["amount"]) == (250, "0.00")
    livestock_id = await market.listed(seller)
    rig.context.use(Settings(fee_basis_points=5000))
    one = (await rig.request("GET", f"{market.path}/livestock/{livestock_id}")).json()
    assert one["fee_basis_points"] == 250
    assert (await market.buy(livestock_id, buyer)).json()["fee"]["amount"] == "6.00"
    other = await market.animal(seller)
    refused = await market.offer(other, seller, fee_basis_points=250)
    assert (refused.status_code, refused.json()["code"]) == (409, "fee_changed")
    assert (await market.offer(other, seller, fee_basis_points=5000)).json()["fee_basis_points"] == 5000


async def test_an_order_tells_the_wallet_how_sure_it_is_that_the_buyer_acts(rig: Rig, market: Any) -> None:
    livestock_id = await market.listed()
    known = int(clock.now().timestamp()) - 86_400
    headers = {"Authorization": f"Bearer {token(new_id(), amr=('pwd', 'otp', 'mfa'), dev=known)}"}
    body = {"listing_id": await market.listing_of(livestock_id), "price": market.price}
    path = f"{market.path}/livestock/{livestock_id}/buy"
    assert (await rig.request("POST", path, headers=headers, json=body)).status_code == 202
    [asked] = await rig.events(OrderHoldRequested)
    assert asked.assurance is not None
    assert (asked.assurance.multi_factor, asked.assurance.device_since) == (True, datetime.fromtimestamp(known, UTC))
