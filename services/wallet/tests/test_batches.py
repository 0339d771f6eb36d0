"""Requests that arrived together: each is answered as if it had come alone, with few statements for all."""

from typing import Any

import pytest

from amigok_chassis.inbox import Reject
from amigok_chassis.testing import Rig
from amigok_chassis.testing_databases import statements
from amigok_contracts.wallet import HoldCaptured, HoldPlaced, HoldRefused, HoldReleased

ROWS = 10


async def test_a_batch_of_holds_asks_once_and_then_posts_each(rig: Rig, bank: Any) -> None:
    orders = [bank.order(await bank.user("100.00"), "60.00") for _ in range(ROWS)]
    with statements(rig.db) as run:
        await rig.deliver_batch("money", *(order.placed() for order in orders))
    assert len(run) - ROWS <= 10, run
    assert len(await rig.events(HoldPlaced)) == ROWS
    with statements(rig.db) as run:
        await rig.deliver_batch("money", *(order.fulfilled() for order in orders))
    assert len(run) - ROWS <= 7, run
    assert len(await rig.events(HoldCaptured)) == ROWS
    await bank.prove()


async def test_two_orders_of_one_payer_in_a_batch_cannot_spend_the_same_money(rig: Rig, bank: Any) -> None:
    anna, ben = await bank.user("100.00"), await bank.user("100.00")
    first, second, other = bank.order(anna, "60.00"), bank.order(anna, "60.00"), bank.order(ben, "60.00")
    await rig.deliver_batch("money", first.placed(), second.placed(), other.placed())
    assert [event.reference_id for event in await rig.events(HoldPlaced)] == [first.id, other.id]
    refused = [(event.reference_id, event.reason) for event in await rig.events(HoldRefused)]
    assert refused == [(second.id, "insufficient_funds")]
    assert await bank.balance(anna) == ("40.00", "60.00")
    await bank.prove()


async def test_what_is_paid_to_somebody_can_be_spent_by_a_request_of_the_same_batch(rig: Rig, bank: Any) -> None:
    anna, ben = await bank.user("50.00"), await bank.user()
    sale, purchase, other = bank.order(anna, "50.00", seller=ben), bank.order(ben, "50.00"), bank.order(anna, "0.01")
    await rig.deliver(sale.placed())
    await rig.deliver_batch("money", sale.fulfilled(), purchase.placed(), other.placed())
    assert purchase.id in [event.reference_id for event in await rig.events(HoldPlaced)]
    assert await bank.balance(ben) == ("0.00", "50.00")
    await bank.prove()


async def test_a_request_that_comes_twice_in_a_batch_is_answered_once(rig: Rig, bank: Any) -> None:
    order, other = bank.order(await bank.user("100.00"), "60.00"), bank.order(await bank.user("100.00"), "60.00")
    await rig.deliver_batch("money", order.placed(), order.placed(), other.placed())
    await rig.deliver_batch("money", order.fulfilled(), other.fulfilled(), order.fulfilled())
    for kind in (HoldPlaced, HoldCaptured):
        assert [event.reference_id for event in await rig.events(kind)] == [order.id, other.id]
    await bank.prove()


async def test_a_day_s_limit_counts_all_that_leaves_in_a_batch(rig: Rig, bank: Any) -> None:
    anna = await bank.user("100.00")
    orders = [bank.order(anna, "10.00") for _ in range(5)]
    await rig.deliver_batch("money", *(order.placed() for order in orders))
    counted = await rig.db.fetch("SELECT exits_total FROM accounts WHERE owner_id = $1 AND kind = 'available'", anna)
    assert counted[0]["exits_total"] == 50_00


async def test_a_release_that_comes_with_its_hold_in_a_batch_is_seen_by_it(rig: Rig, bank: Any) -> None:
    early, other = bank.order(await bank.user("100.00"), "60.00"), bank.order(await bank.user("100.00"), "60.00")
    await rig.deliver_batch("money", early.cancelled(), other.placed(), early.placed())
    assert [event.reference_id for event in await rig.events(HoldPlaced)] == [other.id]
    assert await bank.balance(early.buyer) == ("100.00", "0.00")
    await bank.prove()


async def test_a_hold_that_is_placed_and_released_in_a_batch_is_not_captured_by_it(rig: Rig, bank: Any) -> None:
    order, other = bank.order(await bank.user("100.00"), "60.00"), bank.order(await bank.user("100.00"), "60.00")
    await rig.deliver(other.placed())
    with pytest.raises(Reject):
        await rig.deliver_batch("money", order.placed(), order.cancelled(), order.fulfilled(), other.fulfilled())
    await rig.deliver_batch("money", order.placed(), order.cancelled(), other.fulfilled())
    assert [event.reference_id for event in await rig.events(HoldReleased)] == [order.id]
    assert [event.reference_id for event in await rig.events(HoldCaptured)] == [other.id]
    assert await bank.balance(order.buyer) == ("100.00", "0.00")
    await bank.prove()


async def test_a_hold_is_captured_by_the_batch_that_places_it(rig: Rig, bank: Any) -> None:
    order, other = bank.order(await bank.user("100.00"), "60.00"), bank.order(await bank.user("100.00"), "60.00")
    await rig.deliver_batch("money", order.placed(), other.placed(), order.fulfilled())
    assert [event.reference_id for event in await rig.events(HoldCaptured)] == [order.id]
    await bank.prove()
