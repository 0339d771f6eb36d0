"""When an order asks the wallet to hold its price, and what it asks for."""

import asyncio
from datetime import datetime, timedelta
from typing import Any

import pytest

from amigok_chassis import clock
from amigok_chassis.ids import new_id
from amigok_chassis.testing import Rig
from amigok_contracts import Money
from amigok_contracts.assurance import Assurance
from amigok_contracts.marketplace import (
    ORDER,
    OrderCancelled,
    OrderConfirmed,
    OrderFulfilled,
    OrderHoldRequested,
)
from amigok_contracts.money_requests import Share
from marketplace.settings import Settings

PAYMENT = {"pay_with": "payment"}


def usd(amount: str) -> Money:
    return Money.model_validate({"amount": amount, "currency": "USD"})


@pytest.mark.parametrize("resale", [True, False])
async def test_an_order_from_the_wallet_asks_for_its_price_at_once(rig: Rig, market: Any, resale: bool) -> None:
    buyer, seller = new_id(), new_id() if resale else None
    livestock_id = await market.listed(seller, title="Old ram")
    _, order_id = await market.saga_of(livestock_id, buyer)
    [asked] = await rig.events(OrderHoldRequested)
    assert (asked.purpose, str(asked.reference_id), asked.payer_id) == (ORDER, order_id, buyer)
    assert (asked.amount, asked.description, asked.funded_by) == (usd("240.00"), "Old ram", None)
    assert asked.payee_ids == ((seller,) if resale else ())
    assert asked.assurance is not None


async def test_an_order_to_be_paid_asks_for_its_price_when_the_payment_has_come_in(rig: Rig, market: Any) -> None:
    buyer, seller = new_id(), new_id()
    saga, order_id = await market.saga_of(await market.listed(seller), buyer, json=PAYMENT)
    assert await rig.events(OrderHoldRequested) == []
    payment = saga.paid()
    await rig.deliver(payment)
    [asked] = await rig.events(OrderHoldRequested)
    assert (asked.funded_by, asked.payer_id, asked.payee_ids) == (payment.payment_id, buyer, (seller,))
    order = await market.order_of(order_id, buyer)
    assert (order["state"], order["pay_by"]) == ("pending", None)


async def test_an_order_to_be_paid_can_be_paid_from_the_wallet(rig: Rig, market: Any) -> None:
    saga, _ = await market.saga_of(await market.listed(), new_id(), json=PAYMENT)
    sure = Assurance(authenticated_at=clock.now(), multi_factor=True, device_since=None)
    await rig.deliver(saga.wallet_payment_requested(assurance=sure))
    [asked] = await rig.events(OrderHoldRequested)
    assert (asked.funded_by, asked.amount, asked.assurance) == (None, usd("240.00"), sure)


async def test_the_price_is_asked_for_once_however_often_it_is_paid(rig: Rig, market: Any) -> None:
    saga, _ = await market.saga_of(await market.listed(), new_id(), json=PAYMENT)
    first = saga.paid()
    await rig.deliver(first, first, saga.wallet_payment_requested(), saga.wallet_payment_requested(), saga.paid())
    [asked] = await rig.events(OrderHoldRequested)
    assert asked.funded_by == first.payment_id


async def test_payments_at_once_ask_for_the_price_once(rig: Rig, market: Any) -> None:
    saga, _ = await market.saga_of(await market.listed(), new_id(), json=PAYMENT)
    payments = (saga.paid(), saga.wallet_payment_requested(), saga.paid())
    await asyncio.gather(*(rig.deliver(payment) for payment in payments))
    assert len(await rig.events(OrderHoldRequested)) == 1


@pytest.mark.parametrize(
    "changes",
    [
        {"user_id": new_id()},
        {"amount": usd("239.99")},
        {"amount": Money.model_validate({"amount": "240.00", "currency": "EUR"})},
        {"order_id": new_id()},
        {"order_id": None, "purpose": "deposit"},
        {"provider": "wallet"},
    ],
    ids=["of another", "of too little", "in another currency", "for no order", "for nothing", "from the wallet"],
)
async def test_a_payment_that_does_not_pay_the_order_stays_in_the_wallet(
    rig: Rig, market: Any, changes: dict[str, Any]
) -> None:
    buyer = new_id()
    saga, order_id = await market.saga_of(await market.listed(), buyer, json=PAYMENT)
    await rig.deliver(saga.paid(**changes))
    assert await rig.events(OrderHoldRequested) == []
    assert (await market.order_of(order_id, buyer))["pay_by"] is not None
    await rig.deliver(saga.paid())
    assert len(await rig.events(OrderHoldRequested)) == 1


async def test_of_a_payment_of_too_much_only_the_price_is_asked_for(rig: Rig, market: Any) -> None:
    saga, _ = await market.saga_of(await market.listed(), new_id(), json=PAYMENT)
    await rig.deliver(saga.paid(amount=usd("300.00")))
    [asked] = await rig.events(OrderHoldRequested)
    assert asked.amount == usd("240.00")


@pytest.mark.parametrize("changes", [{"user_id": new_id()}, {"amount": usd("241.00")}, {"order_id": new_id()}])
async def test_a_wallet_payment_that_is_not_the_buyers_or_not_the_price_asks_for_nothing(
    rig: Rig, market: Any, changes: dict[str, Any]
) -> None:
    saga, _ = await market.saga_of(await market.listed(), new_id(), json=PAYMENT)
    await rig.deliver(saga.wallet_payment_requested(**changes))
    assert await rig.events(OrderHoldRequested) == []


async def test_payments_for_an_order_from_the_wallet_do_not_ask_again(rig: Rig, market: Any) -> None:
    saga, _ = await market.saga_of(await market.listed(), new_id())
    await rig.deliver(saga.paid(), saga.wallet_payment_requested())
    [asked] = await rig.events(OrderHoldRequested)
    assert asked.funded_by is None


async def test_a_payment_for_an_order_that_was_cancelled_meanwhile_stays_in_the_wallet(rig: Rig, market: Any) -> None:
    buyer = new_id()
    saga, order_id = await market.saga_of(await market.listed(), buyer, json=PAYMENT)
    await rig.request("POST", f"{market.path}/orders/{order_id}/cancel", user=buyer)
    await rig.deliver(saga.paid(), saga.wallet_payment_requested())
    assert await rig.events(OrderHoldRequested) == []
    assert (await market.order_of(order_id, buyer))["reason"] == "buyer_cancelled"


async def test_the_price_of_an_order_that_ended_before_the_wallet_answered_is_released(rig: Rig, market: Any) -> None:
    buyer = new_id()
    saga, order_id = await market.saga_of(await market.listed(), buyer, json=PAYMENT)
    await rig.deliver(saga.paid())
    await rig.request("POST", f"{market.path}/orders/{order_id}/cancel", user=buyer)
    await rig.deliver(saga.hold_placed(), saga.hold_released("buyer_cancelled"))
    assert await rig.events(OrderConfirmed) == []
    [released] = await rig.events(OrderCancelled)
    assert (released.purpose, str(released.reference_id), released.payer_id) == (ORDER, order_id, buyer)


async def test_a_payment_at_the_last_moment_gives_the_wallet_its_time_to_answer(rig: Rig, market: Any) -> None:
    buyer = new_id()
    saga, order_id = await market.saga_of(await market.listed(), buyer, json=PAYMENT)
    clock.set_offset(timedelta(minutes=14, seconds=59))
    await rig.deliver(saga.paid())
    for seconds, state in ((15 * 60 + 10, "pending"), (15 * 60 + 40, "cancelled")):
        clock.set_offset(timedelta(seconds=seconds))
        await rig.run_job("enforce_deadlines")
        assert (await market.order_of(order_id, buyer))["state"] == state
    assert (await market.order_of(order_id, buyer))["reason"] == "hold_timeout"
    assert (await market.buy(saga.order.livestock_id, new_id())).status_code == 202


async def test_a_payment_does_not_shorten_the_time_that_an_order_has(rig: Rig, market: Any) -> None:
    buyer = new_id()
    saga, order_id = await market.saga_of(await market.listed(), buyer, json=PAYMENT)
    until = datetime.fromisoformat((await market.order_of(order_id, buyer))["pay_by"])
    await rig.deliver(saga.paid())
    [row] = await rig.db.fetch("SELECT deadline FROM orders")
    assert row["deadline"] == until


async def test_answers_about_holds_of_others_are_not_for_the_marketplace(rig: Rig, market: Any) -> None:
    buyer = new_id()
    saga, order_id = await market.saga_of(await market.listed(), buyer)
    saga.hold["purpose"] = "feed.period"
    await rig.deliver(saga.hold_placed(), saga.hold_refused(), saga.hold_released(), saga.captured())
    assert (await market.order_of(order_id, buyer))["state"] == "pending"


async def test_a_hold_that_expired_before_it_was_heard_of_ends_the_order(rig: Rig, market: Any) -> None:
    buyer = new_id()
    saga, order_id = await market.saga_of(await market.listed(), buyer)
    await rig.deliver(saga.hold_released(), saga.hold_placed())
    assert (await market.order_of(order_id, buyer))["reason"] == "expired"
    assert await rig.events(OrderConfirmed) == []


async def test_a_hold_that_expires_while_the_farm_decides_changes_nothing(rig: Rig, market: Any) -> None:
    """The animal may be the buyer's already: then the price is taken from what they have."""
    buyer = new_id()
    saga, order_id = await market.saga_of(await market.listed(), buyer)
    await rig.deliver(saga.hold_placed(), saga.hold_released(), saga.transferred(), saga.captured())
    assert (await market.order_of(order_id, buyer))["state"] == "completed"


async def test_a_buyer_learns_nothing_of_a_seller_who_cannot_be_paid(rig: Rig, market: Any) -> None:
    buyer, seller = new_id(), new_id()
    saga, order_id = await market.saga_of(await market.listed(seller), buyer)
    await rig.deliver(saga.hold_refused("payee_unavailable"))
    assert (await market.order_of(order_id, buyer))["reason"] == "listing_not_active"
    assert (await market.order_of(order_id, seller))["reason"] == "not_paid"
    assert [cancelled.reason for cancelled in await rig.events(OrderCancelled)] == ["listing_not_active"]


@pytest.mark.parametrize(
    ("basis_points", "proceeds", "fee"), [(250, "234.00", "6.00"), (0, "240.00", "0.00"), (10_000, "0.00", "240.00")]
)
@pytest.mark.parametrize("resale", [True, False])
async def test_the_seller_gets_the_price_less_the_fee(
    rig: Rig, market: Any, resale: bool, basis_points: int, proceeds: str, fee: str
) -> None:
    rig.context.use(Settings(fee_basis_points=basis_points, escrow=timedelta()))
    seller = new_id() if resale else None
    saga, _ = await market.saga_of(await market.listed(seller), new_id())
    await rig.deliver(saga.hold_placed(), saga.transferred())
    [capture] = await rig.events(OrderFulfilled)
    assert (capture.purpose, capture.reference_id) == (ORDER, saga.order.order_id)
    assert capture.shares == (Share(amount=usd(proceeds), payee_id=seller), Share(amount=usd(fee), fee="sale"))
