"""Orders that fail again and again cost their buyer time."""

import asyncio
from datetime import timedelta
from typing import Any
from uuid import UUID

import httpx
import pytest

from amigok_chassis import clock
from amigok_chassis.ids import new_id
from amigok_chassis.testing import Rig
from marketplace.orders.attempts import pause
from marketplace.settings import Settings

PAYMENT = {"pay_with": "payment"}


def later(**time: float) -> None:
    clock.set_offset(clock.offset() + timedelta(**time))


async def in_vain(rig: Rig, market: Any, buyer: UUID, reason: str) -> None:
    """An order that ends for this reason."""
    livestock_id = await market.listed()
    pay_with = "payment" if reason == "payment_timeout" else "wallet"
    saga, order_id = await market.saga_of(livestock_id, buyer, json={"pay_with": pay_with})
    if reason == "buyer_cancelled":
        await rig.request("POST", f"{market.path}/orders/{order_id}/cancel", user=buyer)
    elif reason.endswith("timeout"):
        later(minutes=16)
        await rig.run_job("enforce_deadlines")
    else:
        await rig.deliver(saga.hold_refused(reason))
    assert (await market.order_of(order_id, buyer))["reason"] == reason


async def attempt(market: Any, buyer: UUID, **body: Any) -> httpx.Response:
    answer: httpx.Response = await market.buy(await market.listed(), buyer, json=body)
    return answer


def test_the_pause_doubles_with_each_order_in_vain_and_ends_at_a_day() -> None:
    minutes = [pause(futile, Settings()) / timedelta(minutes=1) for futile in (0, 2, 3, 4, 5, 13, 14, 10**9)]
    assert minutes == [0, 0, 1, 2, 4, 1024, 1440, 1440]


@pytest.mark.parametrize("reason", ["insufficient_funds", "wallet_missing", "payment_timeout", "buyer_cancelled"])
async def test_who_orders_in_vain_again_and_again_waits_longer_each_time(rig: Rig, market: Any, reason: str) -> None:
    buyer = new_id()
    for _ in range(3):
        await in_vain(rig, market, buyer, reason)
    for minutes in (1, 2, 4):
        for pay_with in ("wallet", "payment"):
            refused = await attempt(market, buyer, pay_with=pay_with)
            assert (refused.status_code, refused.json()["code"]) == (429, "too_many_attempts")
        assert 60 * minutes - 20 < int(refused.headers["Retry-After"]) <= 60 * minutes
        later(seconds=int(refused.headers["Retry-After"]))
        await in_vain(rig, market, buyer, reason)
    assert (await attempt(market, new_id())).status_code == 202  # nobody else waits


async def test_all_kinds_of_orders_in_vain_count_together(rig: Rig, market: Any) -> None:
    buyer = new_id()
    for reason in ("payment_timeout", "insufficient_funds", "buyer_cancelled"):
        await in_vain(rig, market, buyer, reason)
    assert (await attempt(market, buyer)).status_code == 429


@pytest.mark.parametrize("reason", ["hold_timeout", "step_up_required", "daily_limit_exceeded", "exit_delayed"])
async def test_what_is_not_a_want_of_money_does_not_count(rig: Rig, market: Any, reason: str) -> None:
    buyer = new_id()
    for _ in range(5):
        await in_vain(rig, market, buyer, reason)
    assert (await attempt(market, buyer)).status_code == 202


async def test_who_lost_races_for_animals_does_not_wait(rig: Rig, market: Any) -> None:
    buyer = new_id()
    for _ in range(5):
        livestock_id = await market.listed()
        saga, _ = await market.saga_of(livestock_id, buyer)
        winner, _ = await market.saga_of(livestock_id, new_id())
        await rig.deliver(winner.hold_placed(), saga.hold_placed())
    assert (await attempt(market, buyer)).status_code == 202


async def test_a_completed_purchase_forgives_what_was_in_vain_before(rig: Rig, market: Any) -> None:
    buyer = new_id()
    for _ in range(3):
        await in_vain(rig, market, buyer, "insufficient_funds")
    later(minutes=2)
    saga, _ = await market.saga_of(await market.listed(), buyer)
    await rig.deliver(saga.hold_placed(), saga.transferred(), saga.captured())
    for _ in range(2):
        await in_vain(rig, market, buyer, "insufficient_funds")
        assert (await attempt(market, buyer)).status_code == 202


async def test_time_forgives(rig: Rig, market: Any) -> None:
    buyer = new_id()
    for _ in range(3):
        await in_vain(rig, market, buyer, "insufficient_funds")
    later(days=7, minutes=1)
    await in_vain(rig, market, buyer, "insufficient_funds")
    assert (await attempt(market, buyer)).status_code == 202


@pytest.mark.parametrize("pay_with", ["wallet", "payment"])
async def test_many_requests_at_once_do_not_slip_past_the_wait(rig: Rig, market: Any, pay_with: str) -> None:
    buyer = new_id()
    for _ in range(4):
        await in_vain(rig, market, buyer, "insufficient_funds")
        later(minutes=5)
    animals = [await market.listed() for _ in range(10)]
    answers = await asyncio.gather(*(market.buy(each, buyer, json={"pay_with": pay_with}) for each in animals))
    assert sorted(answer.status_code for answer in answers) == [202] + [429] * 9
    assert all(int(answer.headers["Retry-After"]) >= 1 for answer in answers if answer.status_code == 429)


async def test_a_buyer_has_a_bounded_number_of_orders_whose_price_is_not_held(rig: Rig, market: Any) -> None:
    rig.context.use(Settings(pending_orders=4))
    buyer = new_id()
    animals = [await market.listed() for _ in range(10)]
    answers = await asyncio.gather(*(market.buy(each, buyer) for each in animals))
    assert sorted(answer.status_code for answer in answers) == [202] * 4 + [429] * 6


async def test_a_purchase_that_must_wait_succeeds_with_the_same_key_afterwards(rig: Rig, market: Any) -> None:
    buyer, headers = new_id(), {"Idempotency-Key": "patient-buyer"}
    for _ in range(3):
        await in_vain(rig, market, buyer, "insufficient_funds")
    livestock_id = await market.listed()
    assert (await market.buy(livestock_id, buyer, headers=headers)).status_code == 429
    later(minutes=1)
    first = await market.buy(livestock_id, buyer, headers=headers)
    again = await market.buy(livestock_id, buyer, headers=headers)
    assert (first.status_code, again.status_code, again.text) == (202, 202, first.text)
