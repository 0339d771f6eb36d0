"""An order's price is set aside, then captured or released, whatever is said again, late or at once."""

import asyncio
import random
from datetime import timedelta
from itertools import permutations
from typing import Any

import pytest

from amigok_chassis import clock
from amigok_chassis.ids import new_id
from amigok_chassis.inbox import Reject, Retry
from amigok_chassis.testing import Rig
from amigok_contracts.wallet import AccountOpened, HoldCaptured, HoldPlaced, HoldRefused, HoldReleased
from wallet.holds.requests import expire as expire_holds


async def test_a_hold_sets_the_price_aside_and_its_capture_pays_seller_and_platform(rig: Rig, bank: Any) -> None:
    anna, ben = await bank.user("300.00"), await bank.user()
    order = bank.order(anna, "240.00", seller=ben, fee="6.00")
    await rig.deliver(order.placed())
    assert await bank.balance(anna) == ("60.00", "240.00")
    assert [(hold["purpose"], hold["reference_id"]) for hold in (await bank.get(anna))["holds"]] == [
        ("shop.order", str(order.id))
    ]
    await rig.deliver(order.fulfilled())
    assert await bank.balance(anna) == ("60.00", "0.00")
    assert await bank.balance(ben) == ("234.00", "0.00")
    assert (await bank.prove())["platform"]["revenue:USD"] == {"amount": "6.00", "currency": "USD"}
    assert len(await rig.events(HoldCaptured)) == 1


async def test_the_platform_as_seller_is_paid_into_its_sales_account(rig: Rig, bank: Any) -> None:
    anna = await bank.user("100.00")
    order = bank.order(anna, "100.00", fee="2.50")
    await rig.deliver(order.placed(), order.fulfilled())
    assert (await bank.prove())["platform"]["sales:USD"] == {"amount": "97.50", "currency": "USD"}


@pytest.mark.parametrize(("fee", "earned"), [("0.00", "0.01"), ("0.01", "0.00")])
async def test_a_fee_of_nothing_or_of_everything_leaves_no_empty_entry(
    rig: Rig, bank: Any, fee: str, earned: str
) -> None:
    anna, ben = await bank.user("0.01"), await bank.user()
    order = bank.order(anna, "0.01", seller=ben, fee=fee)
    await rig.deliver(order.placed(), order.fulfilled())
    assert await bank.balance(anna) == ("0.00", "0.00")
    assert await bank.balance(ben) == (earned, "0.00")
    assert (await bank.prove())["entries"] == 6


async def test_an_order_without_money_or_wallet_is_refused_with_the_reason(rig: Rig, bank: Any) -> None:
    poor, stranger, dollars = await bank.user("9.99"), new_id(), await bank.user("100.00")
    orders = [bank.order(poor, "10.00"), bank.order(stranger, "10.00"), bank.order(dollars, "10.00", "EUR")]
    await rig.deliver(*(order.placed() for order in orders))
    reasons = [event.reason for event in await rig.events(HoldRefused)]
    assert reasons == ["insufficient_funds", "wallet_missing", "wallet_missing"]
    await bank.prove()


async def test_a_seller_can_be_paid_in_a_currency_that_is_new_to_them(rig: Rig, bank: Any) -> None:
    anna, ben = await bank.user(), await bank.user()
    await bank.credit(anna, "50.00", "EUR")
    orders = [bank.order(anna, "20.00", "EUR", seller=ben, fee="1.00") for _ in range(2)]
    await rig.deliver(*(order.placed() for order in orders))
    await asyncio.gather(*(rig.deliver(order.fulfilled()) for order in orders))
    assert await bank.balance(ben, "EUR") == ("38.00", "0.00")
    assert [event.currency for event in await rig.events(AccountOpened)].count("EUR") == 2
    await bank.prove()


async def test_every_order_event_again_and_in_any_order_changes_nothing_twice(rig: Rig, bank: Any) -> None:
    for events in permutations(["placed", "placed", "cancelled", "cancelled"]):
        anna = await bank.user("100.00")
        order = bank.order(anna, "70.00", fee="1.00")
        await rig.deliver(*(getattr(order, event)() for event in events))
        assert await bank.balance(anna) == ("100.00", "0.00")
    assert len(await rig.events(HoldReleased)) == len(await rig.events(HoldPlaced))
    for events in permutations(["placed", "fulfilled", "fulfilled", "cancelled"]):
        anna = await bank.user("100.00")
        order = bank.order(anna, "70.00", fee="1.00")
        await rig.deliver(order.placed(), order.fulfilled(), *(getattr(order, event)() for event in events))
        assert await bank.balance(anna) == ("30.00", "0.00")
    assert (await bank.prove())["holds_placed"] == 0


async def test_all_that_is_said_of_an_order_at_once_is_as_if_said_one_by_one(rig: Rig, bank: Any) -> None:
    dice = random.Random(5)
    anna, ben = await bank.user("1000.00"), await bank.user()
    orders = [bank.order(anna, "10.00", seller=ben, fee="1.00") for _ in range(20)]
    events = [event for order in orders for event in (order.placed(), order.cancelled(), order.placed())]
    dice.shuffle(events)
    await asyncio.gather(*(rig.deliver(event) for event in events))
    assert await bank.balance(anna) == ("1000.00", "0.00")
    await bank.prove()


async def test_a_capture_waits_for_its_hold_and_is_rejected_when_that_was_released_or_refused(
    rig: Rig, bank: Any
) -> None:
    anna = await bank.user("100.00")
    unheld, released, refused = bank.order(anna, "1.00"), bank.order(anna, "1.00"), bank.order(anna, "100.01")
    await rig.deliver(released.placed(), released.cancelled(), refused.placed())
    for order, failure in ((unheld, Retry), (released, Reject), (refused, Reject)):
        with pytest.raises(failure):
            await rig.deliver(order.fulfilled())
    assert await bank.balance(anna) == ("100.00", "0.00")


async def test_many_orders_against_one_wallet_never_hold_more_than_it_has(rig: Rig, bank: Any) -> None:
    anna = await bank.user("100.00")
    await asyncio.gather(*(rig.deliver(bank.order(anna, "30.00").placed()) for _ in range(10)))
    assert await bank.balance(anna) == ("10.00", "90.00")
    assert len(await rig.events(HoldRefused)) == 7
    await bank.prove()


async def test_a_hold_that_nobody_asks_for_is_free_again_after_its_expiry(rig: Rig, bank: Any) -> None:
    anna = await bank.user("100.00")
    order = bank.order(anna, "70.00")
    await rig.deliver(order.placed())
    clock.set_offset(timedelta(days=8))
    await rig.run_job("expire_holds")
    assert await bank.balance(anna) == ("100.00", "0.00")
    await rig.deliver(order.cancelled())
    assert [event.reason for event in await rig.events(HoldReleased)] == ["expired"]
    await bank.prove()


async def test_an_animal_that_changed_hands_is_paid_for_even_if_its_hold_has_expired(rig: Rig, bank: Any) -> None:
    anna, ben = await bank.user("100.00"), await bank.user()
    order, unpaid = bank.order(anna, "70.00", seller=ben, fee="1.00"), bank.order(anna, "30.00", seller=ben)
    await rig.deliver(order.placed(), unpaid.placed())
    clock.set_offset(timedelta(days=8))
    await rig.run_job("expire_holds")
    await rig.deliver(order.fulfilled(), order.fulfilled())
    assert await bank.balance(anna) == ("30.00", "0.00")
    assert await bank.balance(ben) == ("69.00", "0.00")
    await bank.transfer(anna, ben, "30.00")
    with pytest.raises(Reject, match="insufficient_funds"):  # at once: it is days late, and people have to look
        await rig.deliver(unpaid.fulfilled())
    await bank.credit(anna, "30.00")
    await rig.deliver(unpaid.fulfilled())
    assert await bank.balance(ben) == ("129.00", "0.00")
    await bank.prove()


async def test_holds_that_expire_while_their_orders_end_are_settled_once(rig: Rig, bank: Any) -> None:
    anna, ben = await bank.user("900.00"), await bank.user()
    orders = [bank.order(anna, "10.00", seller=ben) for _ in range(40)]
    await rig.deliver(*(order.placed() for order in orders))
    clock.set_offset(timedelta(days=8))

    async def expire() -> None:
        async with rig.db.unit_of_work() as db:
            await expire_holds(db, limit=15)

    ends = [rig.deliver(order.fulfilled() if number % 2 else order.cancelled()) for number, order in enumerate(orders)]
    work = [*ends, *(expire() for _ in range(8))]
    random.Random(3).shuffle(work)
    await asyncio.gather(*work)
    assert await bank.balance(anna) == ("700.00", "0.00")
    assert await bank.balance(ben) == ("200.00", "0.00")
    assert (await bank.prove())["holds_placed"] == 0
    assert len(await rig.events(HoldCaptured)) == 20
