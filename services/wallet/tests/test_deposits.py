"""Money comes in through providers, once, and for an order it is held at once."""

import asyncio
from itertools import permutations
from typing import Any
from uuid import UUID

import httpx
import pytest

from amigok_chassis.ids import new_id
from amigok_chassis.inbox import Retry
from amigok_chassis.testing import Rig
from amigok_contracts import Event, Money
from amigok_contracts.payment import PaymentCompleted, PaymentFailed
from amigok_contracts.wallet import DepositCompleted, DepositRequested, HoldPlaced, HoldRefused


def completed(user: UUID, amount: str, currency: str = "USD", **more: Any) -> PaymentCompleted:
    about = {"payment_id": new_id(), "provider": "stripe", "purpose": "deposit", "order_id": None, **more}
    return PaymentCompleted.model_validate(
        {"user_id": user, "amount": {"amount": amount, "currency": currency}, **about}
    )


def failed(payment: PaymentCompleted) -> PaymentFailed:
    return PaymentFailed(**{**payment.model_dump(), "reason": "declined"})


async def ask(
    rig: Rig, user: UUID, amount: str = "100.00", currency: str = "USD", *, key: str = "", **more: Any
) -> httpx.Response:
    body = {"amount": {"amount": amount, "currency": currency}, "method": "card", **more}
    headers = {"Idempotency-Key": key} if key else {}
    return await rig.request("POST", "/api/v1/wallet/deposit", user=user, json=body, headers=headers)


async def test_a_deposit_is_asked_for_paid_and_in_the_wallet(rig: Rig, bank: Any) -> None:
    anna = await bank.user()
    answer = await ask(rig, anna, method="paypal")
    assert answer.status_code == 202, answer.text
    deposit = answer.json()
    assert (deposit["state"], deposit["payment"]) == ("requested", f"/api/v1/payments/{deposit['id']}")
    (asked,) = await rig.events(DepositRequested)
    assert (str(asked.deposit_id), asked.user_id, asked.amount.minor, asked.method) == (
        *(deposit["id"], anna, 10_000, "paypal"),
    )
    await rig.deliver(completed(anna, "100.00", payment_id=deposit["id"], provider="paypal"))
    assert await bank.balance(anna) == ("100.00", "0.00")
    (line,) = (await bank.get(anna, "/transactions"))["items"]
    assert (line["type"], line["reference_id"]) == ("deposit", deposit["id"])
    assert (await bank.get(anna, "/deposits"))["items"][0]["state"] == "completed"
    assert (await bank.prove())["platform"]["paypal:USD"] == {"amount": "-100.00", "currency": "USD"}


async def test_a_deposit_asked_for_again_tells_how_it_is_now(rig: Rig, bank: Any) -> None:
    anna = await bank.user()
    first = (await ask(rig, anna, key="one-deposit")).json()
    await rig.deliver(completed(anna, "100.00", payment_id=first["id"]))
    again = await ask(rig, anna, "100.0", key="one-deposit")
    assert (again.status_code, again.json()) == (202, {**first, "state": "completed"})
    assert len(await rig.events(DepositRequested)) == 1


async def test_a_payment_is_booked_once_however_often_and_fast_it_is_said(rig: Rig, bank: Any) -> None:
    anna = await bank.user()
    payment = completed(anna, "40.00")
    await asyncio.gather(*(rig.deliver(payment) for _ in range(8)), return_exceptions=True)
    await rig.deliver(payment)
    assert await bank.balance(anna) == ("40.00", "0.00")
    assert len(await rig.events(DepositCompleted)) == 1
    await bank.prove()


async def test_money_that_came_counts_whatever_was_said_before(rig: Rig, bank: Any) -> None:
    for order in permutations([completed, failed]):
        anna = await bank.user()
        deposit = (await ask(rig, anna)).json()["id"]
        payment = completed(anna, "100.00", payment_id=deposit)
        await rig.deliver(*(payment if said is completed else failed(payment) for said in order))
        assert await bank.balance(anna) == ("100.00", "0.00")
        assert (await bank.get(anna, "/deposits"))["items"][0]["state"] == "completed"
    ben = await bank.user()
    deposit = (await ask(rig, ben)).json()["id"]
    await rig.deliver(failed(completed(ben, "100.00", payment_id=deposit)))
    assert (await bank.get(ben, "/deposits"))["items"][0]["state"] == "failed"


async def test_money_for_somebody_unknown_or_in_a_new_currency_is_not_lost(rig: Rig, bank: Any) -> None:
    anna, stranger = await bank.user(), new_id()
    await rig.deliver(completed(anna, "5.00", "GBP"), completed(stranger, "7.00"))
    assert await bank.balance(anna, "GBP") == ("5.00", "0.00")
    assert await bank.balance(stranger) == ("7.00", "0.00")
    await bank.prove()


async def test_what_a_payment_funds_is_held_when_the_payment_is_booked(rig: Rig, bank: Any) -> None:
    anna, ben = await bank.user(), await bank.user()
    order = bank.order(anna, "240.00", seller=ben, fee="6.00")
    payment = completed(anna, "240.00", purpose="order", order_id=order.id)
    with pytest.raises(Retry):
        await rig.deliver(order.placed(funded_by=payment.payment_id))
    await rig.deliver(payment, payment, order.placed(funded_by=payment.payment_id))
    assert await bank.balance(anna) == ("0.00", "240.00")
    (placed,) = await rig.events(HoldPlaced)
    assert placed.reference_id == order.id
    await rig.deliver(order.fulfilled(), payment)
    assert await bank.balance(ben) == ("0.00", "234.00")  # the proceeds of a new seller wait
    await bank.prove()


async def test_a_payment_for_an_order_that_has_ended_stays_in_the_wallet(rig: Rig, bank: Any) -> None:
    anna = await bank.user()
    order = bank.order(anna, "240.00")
    payment = completed(anna, "240.00", purpose="order", order_id=order.id)
    await rig.deliver(order.cancelled(), payment, order.placed(funded_by=payment.payment_id))
    assert await bank.balance(anna) == ("240.00", "0.00")
    second = bank.order(anna, "100.00")
    paid = completed(anna, "100.00", purpose="order", order_id=second.id)
    await rig.deliver(paid, second.placed(funded_by=paid.payment_id), second.cancelled(), paid)
    assert await bank.balance(anna) == ("340.00", "0.00")
    await bank.prove()


async def test_two_payments_for_one_order_are_both_the_payers_money_and_one_is_held(rig: Rig, bank: Any) -> None:
    anna = await bank.user()
    order = bank.order(anna, "50.00")
    payments = [completed(anna, "50.00", purpose="order", order_id=order.id) for _ in range(2)]
    await asyncio.gather(*(rig.deliver(payment) for payment in payments))
    await asyncio.gather(*(rig.deliver(order.placed(funded_by=each.payment_id)) for each in payments))
    assert await bank.balance(anna) == ("50.00", "50.00")
    await bank.prove()


async def test_a_payment_funds_no_more_than_it_brought_in_and_nobody_else(rig: Rig, bank: Any) -> None:
    anna, ben = await bank.user("500.00"), await bank.user("500.00")
    payment = completed(anna, "100.00")
    orders = [bank.order(anna, "60.00"), bank.order(anna, "41.00"), bank.order(ben, "10.00"), bank.order(anna, "40.00")]
    await rig.deliver(payment, *(order.placed(funded_by=payment.payment_id) for order in orders))
    assert [event.reason for event in await rig.events(HoldRefused)] == ["payment_used_up", "payment_of_another"]
    assert await bank.balance(anna) == ("500.00", "100.00")
    await rig.deliver(orders[0].fulfilled(), orders[3].cancelled())
    again = [bank.order(anna, "40.01"), bank.order(anna, "40.00")]
    await rig.deliver(*(order.placed(funded_by=payment.payment_id) for order in again))
    assert await bank.balance(anna) == ("500.00", "40.00")
    await bank.prove()


async def test_many_holds_at_once_never_use_a_payment_twice(rig: Rig, bank: Any) -> None:
    anna = await bank.user("900.00")
    payment = completed(anna, "100.00")
    await rig.deliver(payment)
    orders = [bank.order(anna, "30.00") for _ in range(8)]
    await asyncio.gather(*(rig.deliver(order.placed(funded_by=payment.payment_id)) for order in orders))
    assert await bank.balance(anna) == ("910.00", "90.00")
    assert {event.reason for event in await rig.events(HoldRefused)} == {"payment_used_up"}


async def test_what_was_paid_from_the_wallet_is_no_deposit(rig: Rig, bank: Any) -> None:
    anna = await bank.user("100.00")
    order = bank.order(anna, "80.00")
    done = completed(anna, "80.00", purpose="order", order_id=order.id, provider="wallet")
    await rig.deliver(order.placed(), order.fulfilled(), done)
    assert await bank.balance(anna) == ("20.00", "0.00")
    await bank.prove()


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"amount": "4.99", "currency": "USD"}, "amount_out_of_bounds"),
        ({"amount": "0.00", "currency": "USD"}, "amount_out_of_bounds"),
        ({"amount": "-9.00", "currency": "USD"}, "amount_out_of_bounds"),
        ({"amount": "50000.01", "currency": "EUR"}, "amount_out_of_bounds"),
        ({"amount": "9.00", "currency": "JPY"}, "invalid_request"),
        ({"method": "wallet"}, "invalid_request"),
        ({"more": 1}, "invalid_request"),
    ],
)
async def test_deposits_that_make_no_sense_are_refused(rig: Rig, bank: Any, change: Any, code: str) -> None:
    answer = await ask(rig, await bank.user(), **change)
    assert (answer.status_code, answer.json()["code"]) == (422, code)


async def test_who_has_no_wallet_cannot_ask_for_a_deposit_and_nobody_sees_anothers(rig: Rig, bank: Any) -> None:
    stranger, anna, ben = new_id(), await bank.user(), await bank.user()
    assert (await ask(rig, stranger)).json()["code"] == "wallet_missing"
    await ask(rig, anna)
    assert (await bank.get(ben, "/deposits"))["items"] == []


async def test_all_that_is_said_of_deposits_at_once_adds_up(rig: Rig, bank: Any) -> None:
    """New accounts are opened meanwhile, in opposite orders."""
    people = [new_id() for _ in range(4)]
    events: list[Event] = [completed(who, "3.00", code) for code in ("EUR", "USD", "GBP") for who in people]
    events += reversed(events)
    tries = await asyncio.gather(*(rig.deliver(event) for event in events), return_exceptions=True)
    for event, tried in zip(events, tries, strict=True):
        if isinstance(tried, BaseException):
            await rig.deliver(event)
    for who in people:
        assert [each["available"] for each in (await bank.get(who))["balances"]] == [
            Money.of_minor(300, code).model_dump(mode="json") for code in ("EUR", "GBP", "USD")
        ]
    await bank.prove()
