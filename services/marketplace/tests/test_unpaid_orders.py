"""Orders that wait for a payment."""

import asyncio
from datetime import datetime, timedelta
from typing import Any

import pytest

from amigok_chassis import clock
from amigok_chassis.ids import new_id
from amigok_chassis.testing import Rig
from amigok_contracts.farm import LivestockReclaimed
from amigok_contracts.marketplace import ListingRemoved, OrderPlaced
from marketplace.orders import service as orders

PAYMENT = {"pay_with": "payment"}


async def test_an_order_to_be_paid_keeps_the_animal_for_a_quarter_of_an_hour(rig: Rig, market: Any) -> None:
    buyer, livestock_id = new_id(), await market.listed(title="Old ram")
    order = (await market.buy(livestock_id, buyer, json=PAYMENT)).json()
    [placed] = await rig.events(OrderPlaced)
    assert (placed.pay_with, placed.title, order["pay_with"]) == ("payment", "Old ram", "payment")
    kept = datetime.fromisoformat(order["pay_by"]) - datetime.fromisoformat(order["placed_at"])
    assert kept == timedelta(minutes=15)
    for minutes, state in ((14, "pending"), (16, "cancelled")):
        clock.set_offset(timedelta(minutes=minutes))
        await rig.run_job("enforce_deadlines")
        assert (await market.order_of(order["id"], buyer))["state"] == state
    assert (await market.order_of(order["id"], buyer))["reason"] == "payment_timeout"


async def test_a_hold_that_follows_the_payment_confirms_it(rig: Rig, market: Any) -> None:
    buyer, livestock_id = new_id(), await market.listed()
    saga, order_id = await market.saga_of(livestock_id, buyer, json=PAYMENT)
    await rig.deliver(saga.paid(), saga.hold_placed())
    order = await market.order_of(order_id, buyer)
    assert (order["state"], order["pay_by"]) == ("confirmed", None)


async def test_an_order_from_the_wallet_has_no_time_to_be_paid_by(market: Any) -> None:
    order = (await market.buy(await market.listed(), new_id())).json()
    assert (order["pay_with"], order["pay_by"]) == ("wallet", None)


async def test_nobody_reserves_more_than_three_animals_without_paying(market: Any) -> None:
    buyer = new_id()
    animals = [await market.listed() for _ in range(8)]
    answers = await asyncio.gather(*(market.buy(each, buyer, json=PAYMENT) for each in animals))
    assert sorted(answer.status_code for answer in answers) == [202] * 3 + [409] * 5
    refused = [answer.json()["code"] for answer in answers if answer.status_code == 409]
    assert set(refused) == {"too_many_unpaid_orders"}
    first = next(answer.json()["id"] for answer in answers if answer.status_code == 202)
    await market.rig.request("POST", f"{market.path}/orders/{first}/cancel", user=buyer)
    left = animals[[answer.status_code for answer in answers].index(409)]
    assert (await market.buy(left, buyer, json=PAYMENT)).status_code == 202


@pytest.mark.parametrize("body", [{"pay_with": "cash"}, {"pay_with": "payment", "amount": "1.00"}, [7], "payment", 7])
async def test_other_ways_to_pay_are_refused(market: Any, body: Any) -> None:
    assert (await market.buy(await market.listed(), new_id(), json=body)).status_code == 422


async def test_an_order_that_waits_for_its_payment_is_not_stuck(rig: Rig, market: Any) -> None:
    for body in (PAYMENT, None):
        await market.buy(await market.listed(), new_id(), json=body)
    for minutes, stuck in ((4, 1), (19, 2)):
        clock.set_offset(timedelta(minutes=minutes))
        async with rig.db.unit_of_work() as db:
            assert await orders.stuck(db) == stuck


def reclaimed(livestock_id: Any, owner: Any) -> LivestockReclaimed:
    return LivestockReclaimed(
        livestock_id=livestock_id,
        aggregate_version=5,
        dispute_id=new_id(),
        previous_owner_id=owner,
        reclaimed_at=clock.now(),
    )


async def test_a_reclaimed_animal_leaves_the_market_and_the_platform_may_offer_it(rig: Rig, market: Any) -> None:
    owner = new_id()
    livestock_id = await market.listed(owner)
    await rig.deliver(reclaimed(livestock_id, owner))
    assert [event.reason for event in await rig.events(ListingRemoved)] == ["not_owner"]
    assert (await market.offer(livestock_id, owner)).json()["code"] == "not_owner"
    assert (await market.offer(livestock_id, None)).status_code == 201


async def test_an_animal_reclaimed_while_somebody_buys_it_leaves_the_market_with_their_order(
    rig: Rig, market: Any
) -> None:
    owner, buyer = new_id(), new_id()
    livestock_id = await market.listed(owner)
    saga, order_id = await market.saga_of(livestock_id, buyer)
    await rig.deliver(saga.hold_placed(), reclaimed(livestock_id, owner), saga.transfer_refused("dispute"))
    assert (await market.order_of(order_id, buyer))["reason"] == "dispute"
    assert (await market.buy(livestock_id, buyer)).json()["code"] == "not_listed"
