"""An order from the wallet reserves the animal when the price is held, not before."""

import asyncio
import random
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import text
from sqlalchemy.exc import IntegrityError

from amigok_chassis import clock
from amigok_chassis.ids import new_id
from amigok_chassis.testing import Rig
from amigok_contracts.marketplace import OrderCancelled, OrderConfirmed, OrderPlaced

PAYMENT = {"pay_with": "payment"}
CONFIRM_ALL = text("UPDATE orders SET state = 'confirmed'")
POLICY = (
    "step_up_required",
    "second_factor_required",
    "exit_delayed",
    "daily_limit_exceeded",
    "exits_stopped",
    "account_inactive",
    "dispute_open",
)


async def state_of(rig: Rig, market: Any, livestock_id: Any) -> str:
    shown = (await rig.request("GET", f"{market.path}/livestock/{livestock_id}")).json()
    return str(shown.get("state", shown.get("code")))


async def test_an_order_from_the_wallet_reserves_nothing_until_the_price_is_held(rig: Rig, market: Any) -> None:
    livestock_id = await market.listed()
    saga, _ = await market.saga_of(livestock_id, new_id())
    assert await state_of(rig, market, livestock_id) == "live"
    await rig.deliver(saga.hold_placed())
    assert await state_of(rig, market, livestock_id) == "reserved"
    refused = await market.buy(livestock_id, new_id())
    assert (refused.status_code, refused.json()["code"]) == (409, "listing_not_active")


async def test_who_has_no_money_keeps_nobody_from_buying(rig: Rig, market: Any) -> None:
    livestock_id = await market.listed()
    poor, _ = await market.saga_of(livestock_id, new_id())
    rich, order_id = await market.saga_of(livestock_id, new_id())
    await rig.deliver(rich.hold_placed(), poor.hold_refused(), rich.transferred(), rich.captured())
    assert (await market.order_of(order_id, rich.order.buyer_id))["state"] == "completed"


async def test_of_many_who_have_the_money_the_first_to_hold_it_gets_the_animal(rig: Rig, market: Any) -> None:
    livestock_id = await market.listed()
    sagas = [(await market.saga_of(livestock_id, new_id()))[0] for _ in range(20)]
    random.Random(4).shuffle(sagas)
    await asyncio.gather(*(rig.deliver(saga.hold_placed()) for saga in sagas))
    assert len(await rig.events(OrderConfirmed)) == 1
    cancelled = await rig.events(OrderCancelled)
    assert [event.reason for event in cancelled] == ["listing_not_active"] * 19
    [confirmed] = await rig.events(OrderConfirmed)
    assert confirmed.order_id not in {event.order_id for event in cancelled}


async def test_two_animals_wanted_by_two_in_turn_are_sold_without_a_deadlock(rig: Rig, market: Any) -> None:
    for _ in range(10):
        one, other = await market.listed(), await market.listed()
        first = [(await market.saga_of(animal, new_id()))[0] for animal in (one, other)]
        second = [(await market.saga_of(animal, new_id()))[0] for animal in (other, one)]
        await asyncio.gather(*(rig.deliver(*(saga.hold_placed() for saga in sagas)) for sagas in (first, second)))
    assert len(await rig.events(OrderConfirmed)) == len(await rig.events(OrderCancelled)) == 20


@pytest.mark.parametrize("meanwhile", ["removed", "relisted", "paid for by another"])
async def test_a_price_held_for_what_is_not_for_sale_any_more_is_given_back(
    rig: Rig, market: Any, meanwhile: str
) -> None:
    seller, buyer = new_id(), new_id()
    livestock_id = await market.listed(seller)
    saga, order_id = await market.saga_of(livestock_id, buyer)
    if meanwhile == "paid for by another":
        assert (await market.buy(livestock_id, new_id(), json=PAYMENT)).status_code == 202
    else:
        listing = await market.listing_of(livestock_id)
        await rig.request("DELETE", f"{market.path}/listings/{listing}", user=seller)
    if meanwhile == "relisted":
        await market.offer(livestock_id, seller)
    before = await state_of(rig, market, livestock_id)
    event = saga.hold_placed()
    await rig.deliver(event, event)
    order = await market.order_of(order_id, buyer)
    assert (order["state"], order["reason"]) == ("cancelled", "listing_not_active")
    [cancelled] = await rig.events(OrderCancelled)
    assert (cancelled.order_id, cancelled.payer_id) == (saga.order.order_id, buyer)
    assert await state_of(rig, market, livestock_id) == before


async def test_an_order_that_reserved_nothing_frees_nothing_when_it_ends(rig: Rig, market: Any) -> None:
    livestock_id = await market.listed()
    late, late_id = await market.saga_of(livestock_id, new_id())
    refused, _ = await market.saga_of(livestock_id, new_id())
    taken_back, order_id = await market.saga_of(livestock_id, new_id())
    winner, won = await market.saga_of(livestock_id, new_id())
    await rig.deliver(winner.hold_placed(), refused.hold_refused())
    path = f"{market.path}/orders/{order_id}/cancel"
    assert (await rig.request("POST", path, user=taken_back.order.buyer_id)).status_code == 200
    clock.set_offset(timedelta(minutes=5))
    await rig.run_job("enforce_deadlines")
    assert (await market.order_of(late_id, late.order.buyer_id))["reason"] == "hold_timeout"
    assert await state_of(rig, market, livestock_id) == "reserved"
    await rig.deliver(winner.transferred(), winner.captured())
    assert (await market.order_of(won, winner.order.buyer_id))["state"] == "completed"


async def test_one_buyer_has_one_order_of_an_animal_under_way(rig: Rig, market: Any) -> None:
    livestock_id, buyer = await market.listed(), new_id()
    answers = await asyncio.gather(*(market.buy(livestock_id, buyer) for _ in range(8)))
    assert sorted(answer.status_code for answer in answers) == [202] + [409] * 7
    assert {answer.json().get("code") for answer in answers} == {None, "order_pending"}
    assert (await market.buy(livestock_id, buyer, json=PAYMENT)).json()["code"] == "order_pending"
    assert len(await rig.events(OrderPlaced)) == 1


async def test_two_reservations_of_one_animal_cannot_be_stored(rig: Rig, market: Any) -> None:
    livestock_id = await market.listed()
    for _ in range(2):
        await market.buy(livestock_id, new_id())
    with pytest.raises(IntegrityError, match="orders_reserved_key"):
        async with rig.db.unit_of_work() as db:
            await db.execute(CONFIRM_ALL)


@pytest.mark.parametrize("reason", POLICY)
async def test_a_buyer_reads_why_the_wallet_let_no_money_go_and_the_seller_does_not(
    rig: Rig, market: Any, reason: str
) -> None:
    seller, buyer = new_id(), new_id()
    livestock_id = await market.listed(seller)
    saga, order_id = await market.saga_of(livestock_id, buyer)
    await rig.deliver(saga.hold_refused(reason))
    order = await market.order_of(order_id, buyer)
    assert (order["state"], order["reason"]) == ("cancelled", reason)
    assert (await market.order_of(order_id, seller))["reason"] == "not_paid"
    again, _ = await market.saga_of(livestock_id, buyer)  # having stepped up, say
    await rig.deliver(again.hold_placed())
    assert len(await rig.events(OrderConfirmed)) == 1
