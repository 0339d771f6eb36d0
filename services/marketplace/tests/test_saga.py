"""The messages of an order: late, early, twice."""

import random
from datetime import timedelta
from typing import Any

import pytest

from amigok_chassis import clock
from amigok_chassis.ids import new_id
from amigok_chassis.inbox import Retry
from amigok_chassis.testing import Rig
from amigok_contracts import Event
from amigok_contracts.marketplace import (
    OrderCancelled,
    OrderCompleted,
    OrderConfirmed,
    OrderFulfilled,
    OrderTimedOut,
)
from marketplace.orders import service as orders


async def test_an_order_goes_from_placed_to_completed(rig: Rig, market: Any) -> None:
    buyer = new_id()
    livestock_id = await market.listed()
    saga, order_id = await market.saga_of(livestock_id, buyer)
    states = []
    for event in (saga.hold_placed(), saga.transferred(), saga.captured()):
        await rig.deliver(event)
        states.append((await market.order_of(order_id, buyer))["state"])
    assert states == ["confirmed", "processing", "completed"]
    assert [len(await rig.events(kind)) for kind in (OrderConfirmed, OrderFulfilled, OrderCompleted)] == [1, 1, 1]
    assert (await rig.request("GET", f"{market.path}/livestock/{livestock_id}")).json()["state"] == "sold"


async def test_a_refused_hold_cancels_the_order_with_its_reason_and_frees_the_listing(rig: Rig, market: Any) -> None:
    buyer = new_id()
    livestock_id = await market.listed()
    saga, order_id = await market.saga_of(livestock_id, buyer)
    await rig.deliver(saga.hold_refused())
    order = await market.order_of(order_id, buyer)
    assert (order["state"], order["reason"]) == ("cancelled", "insufficient_funds")
    assert (await market.buy(livestock_id, new_id())).status_code == 202


async def test_a_refused_transfer_cancels_the_order_and_takes_the_animal_off_the_market(rig: Rig, market: Any) -> None:
    buyer = new_id()
    livestock_id = await market.listed()
    saga, order_id = await market.saga_of(livestock_id, buyer)
    await rig.deliver(saga.hold_placed(), saga.transfer_refused())
    assert (await market.order_of(order_id, buyer))["reason"] == "not_owner"
    assert (await market.buy(livestock_id, new_id())).json()["code"] == "not_listed"
    assert len(await rig.events(OrderCancelled)) == 1


async def test_an_order_whose_price_is_not_held_in_time_is_cancelled(rig: Rig, market: Any) -> None:
    buyer = new_id()
    livestock_id = await market.listed()
    saga, order_id = await market.saga_of(livestock_id, buyer)
    clock.set_offset(timedelta(minutes=5))
    await rig.run_job("enforce_deadlines")
    await rig.deliver(saga.hold_placed())
    assert (await market.order_of(order_id, buyer))["reason"] == "hold_timeout"
    assert (await market.buy(livestock_id, new_id())).status_code == 202


async def test_the_farm_is_asked_to_decide_when_it_does_not_answer_and_its_answer_counts(rig: Rig, market: Any) -> None:
    for answer, state in (("transferred", "processing"), ("refused", "cancelled")):
        buyer = new_id()
        saga, order_id = await market.saga_of(await market.listed(), buyer)
        await rig.deliver(saga.hold_placed())
        clock.set_offset(clock.offset() + timedelta(minutes=5))
        await rig.run_job("enforce_deadlines")
        assert (await market.order_of(order_id, buyer))["state"] == "confirmed"
        await rig.deliver(saga.transferred() if answer == "transferred" else saga.transfer_refused("expired"))
        assert (await market.order_of(order_id, buyer))["state"] == state
    assert len(await rig.events(OrderTimedOut)) == 2


async def test_a_farm_that_does_not_answer_is_asked_less_and_less_often(rig: Rig, market: Any) -> None:
    saga, _ = await market.saga_of(await market.listed(), new_id())
    await rig.deliver(saga.hold_placed())
    for _ in range(60):
        clock.set_offset(clock.offset() + timedelta(minutes=1))
        await rig.run_job("enforce_deadlines")
    assert 5 < len(await rig.events(OrderTimedOut)) < 12


async def test_duplicates_of_every_message_change_nothing(rig: Rig, market: Any) -> None:
    dice = random.Random(3)
    for _ in range(5):
        buyer = new_id()
        saga, order_id = await market.saga_of(await market.listed(), buyer)
        heard: list[Event] = []
        for event in (saga.hold_placed(), saga.transferred(), saga.captured()):
            heard.append(event)
            await rig.deliver(*dice.choices(heard[:-1], k=2) if heard[:-1] else [], event, event)
        assert (await market.order_of(order_id, buyer))["state"] == "completed"
    assert [len(await rig.events(kind)) for kind in (OrderConfirmed, OrderFulfilled, OrderCompleted)] == [5, 5, 5]


async def test_a_message_that_is_too_early_waits_for_its_turn(rig: Rig, market: Any) -> None:
    buyer = new_id()
    saga, order_id = await market.saga_of(await market.listed(), buyer)
    with pytest.raises(Retry):
        await rig.deliver(saga.captured())
    await rig.deliver(saga.hold_placed(), saga.transferred(), saga.captured())
    assert (await market.order_of(order_id, buyer))["state"] == "completed"


async def test_an_order_that_the_farm_is_asked_about_again_and_again_counts_as_stuck(rig: Rig, market: Any) -> None:
    async def stuck() -> int:
        async with rig.db.unit_of_work() as db:
            return await orders.stuck(db)

    saga, _ = await market.saga_of(await market.listed(), new_id())
    await rig.deliver(saga.hold_placed())
    counts = []
    for _ in range(10):
        counts.append(await stuck())
        clock.set_offset(clock.offset() + timedelta(seconds=40))
        await rig.run_job("enforce_deadlines")
    assert (counts[0], counts[-1]) == (0, 1)
    await rig.deliver(saga.transferred(), saga.captured())
    assert await stuck() == 0


@pytest.mark.parametrize(
    ("reasons", "told", "code"),
    [
        (["expired"], "expired", None),
        (["expired", "deceased"], "deceased", "not_listed"),
        (["not_owner", "expired"], "not_owner", "not_listed"),
        (["expired", "quarantine"], "quarantine", None),
        (["quarantine", "removed"], "removed", "not_listed"),
    ],
)
async def test_a_refusal_that_is_not_final_leaves_the_animal_on_the_market(
    rig: Rig, market: Any, reasons: list[str], told: str, code: str | None
) -> None:
    buyer, livestock_id = new_id(), await market.listed()
    saga, order_id = await market.saga_of(livestock_id, buyer)
    await rig.deliver(saga.hold_placed(), saga.transfer_refused(*reasons))
    assert (await market.order_of(order_id, buyer))["reason"] == told
    assert (await market.buy(livestock_id, new_id())).json().get("code") == code


async def test_news_of_orders_that_nobody_placed_is_ignored(rig: Rig, market: Any) -> None:
    saga, order_id = await market.saga_of(await market.listed(), new_id())
    stranger = saga.order.model_copy(update={"order_id": new_id(), "livestock_id": new_id()})
    other = type(saga)(stranger)
    events = [
        other.hold_placed(),
        other.hold_refused(),
        other.transferred(),
        other.transfer_refused(),
        other.captured(),
    ]
    assert await rig.deliver(*events) == len(events)
    assert (await market.order_of(order_id, saga.order.buyer_id))["state"] == "pending"
