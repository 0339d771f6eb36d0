"""A saved card is charged only when the wallet has allowed it."""

import asyncio
from datetime import timedelta
from typing import Any

from amigok_chassis import clock
from amigok_chassis.testing import Rig
from amigok_contracts import Money
from amigok_contracts.payment import CHARGE, ChargeRequested, PaymentFailed, WalletPaymentRequested
from amigok_contracts.wallet import ExitAllowed, ExitRefused
from services.payment.tests.conftest import PRICE, Double, Order, Payer, make_due


async def charges(stripe: Double) -> int:
    answer = await stripe.http.get("/v1/charges", headers={"authorization": "Bearer sk_test_double"})
    return len(answer.json()["data"])


async def test_the_wallet_is_asked_with_how_sure_it_is_who_pays(rig: Rig, payer: Payer) -> None:
    done = await payer.deposit(saved_method=await payer.saved())
    assert done["state"] == "completed"
    [asked] = await rig.events(ChargeRequested)
    assert (str(asked.payment_id), asked.amount, asked.assurance.multi_factor) == (done["id"], PRICE, False)
    await payer.deposit()
    assert len(await rig.events(ChargeRequested)) == 1


async def test_what_the_wallet_refuses_is_not_charged_and_says_why(
    rig: Rig, payer: Payer, stripe: Double, refused_exits: set[int]
) -> None:
    refused_exits.add(24_000)
    ended = await payer.deposit(saved_method=await payer.saved(), key="one-payment")
    assert (ended["state"], ended["reason"]) == ("cancelled", "step_up_required")
    assert (await payer.confirm(ended, "pm_card_visa"))["state"] == "cancelled"
    assert [each.reason for each in await rig.events(PaymentFailed)] == ["step_up_required"]
    assert (await payer.deposit(saved_method=await payer.saved(), key="one-payment", status=422))["code"]
    assert await charges(stripe) == 0


async def test_while_the_wallet_is_silent_nothing_is_charged(
    rig: Rig, payer: Payer, stripe: Double, refused_exits: set[int]
) -> None:
    refused_exits.add(-24_000)
    begun = await payer.deposit(saved_method=await payer.saved(), status=202)
    assert begun["state"] == "created"
    await make_due(rig)
    await rig.run_task("poll_payment")
    assert await charges(stripe) == 0
    [asked] = await rig.events(ChargeRequested)
    about: Any = {"reference_id": asked.payment_id, "user_id": payer.id, "amount": asked.amount}
    await rig.deliver(ExitAllowed(**about, purpose=CHARGE))
    await make_due(rig)
    await asyncio.gather(rig.run_task("poll_payment"), payer.confirm(begun))
    assert ((await payer.get(begun))["state"], await charges(stripe)) == ("completed", 1)
    await rig.deliver(ExitRefused(**about, purpose=CHARGE, reason="late", retry_after=None))
    assert (await payer.get(begun))["state"] == "completed"


async def test_a_payment_that_the_wallet_never_answers_for_expires(
    rig: Rig, payer: Payer, stripe: Double, refused_exits: set[int]
) -> None:
    refused_exits.add(-24_000)
    begun = await payer.deposit(saved_method=await payer.saved(), status=202)
    clock.set_offset(timedelta(hours=25))
    await rig.run_task("poll_payment")
    ended = await payer.get(begun)
    assert (ended["state"], ended["reason"], await charges(stripe)) == ("cancelled", "expired", 0)


async def test_nobody_who_is_shut_out_pays(rig: Rig, payer: Payer, stripe: Double, refused_exits: set[int]) -> None:
    refused_exits.add(-24_000)
    begun = await payer.deposit(saved_method=await payer.saved(), status=202)
    await rig.is_known(payer.id, status="deactivated")
    [asked] = await rig.events(ChargeRequested)
    about: Any = {"reference_id": asked.payment_id, "user_id": payer.id, "amount": asked.amount}
    await rig.deliver(ExitAllowed(**about, purpose=CHARGE))
    await make_due(rig)
    await rig.run_task("poll_payment")
    assert ((await payer.get(begun))["reason"], await charges(stripe)) == ("account_inactive", 0)
    assert (await payer.deposit(status=403))["code"] == "account_inactive"


async def test_an_order_is_paid_at_the_price_that_was_seen(rig: Rig, payer: Payer) -> None:
    order = Order(payer.id)
    await rig.deliver(order.placed())
    for other in (Money.of_minor(23_999, "USD"), Money.of_minor(24_000, "EUR")):
        refused = await payer.pay(order, amount=other.model_dump(mode="json"), status=409)
        assert refused["code"] == "amount_changed"
    await payer.pay(order, amount=PRICE.model_dump(mode="json"))


async def test_a_payment_from_the_wallet_says_how_sure_it_is_who_pays(rig: Rig, payer: Payer) -> None:
    order = Order(payer.id)
    await rig.deliver(order.placed())
    await payer.pay(order, method="wallet", status=202)
    [asked] = await rig.events(WalletPaymentRequested)
    assert asked.assurance is not None
