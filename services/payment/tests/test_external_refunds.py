"""Refunds that are made at a provider without us, and refunds that come back."""

from typing import Any

import pytest

from amigok_chassis.ids import new_id
from amigok_chassis.testing import Rig
from amigok_contracts.identity import UserDeletionRequested
from amigok_contracts.payment import (
    PaymentDeletionChecked,
    RefundCompleted,
    RefundFailed,
    RefundMadeOutside,
    RefundReturned,
)
from services.payment.tests.conftest import Charged, Double, Order, Payer, process_webhooks, webhook_processed


async def give(stripe: Double, charged: Charged, amount: int, **more: str) -> Any:
    """Somebody refunds at the provider's own dashboard."""
    return await stripe.ask("/v1/refunds", charge=charged.charge, amount=amount, **more)


async def test_a_refund_made_at_the_providers_dashboard_is_taken_over_once(
    rig: Rig, charged: Charged, stripe: Double
) -> None:
    await give(stripe, charged, 9_000)
    await webhook_processed(rig, "charge.refunded")
    await rig.run_task("reconcile_refunds")
    [shown] = await charged.refunds()
    assert (shown["origin"], shown["state"], shown["amount"]["amount"]) == ("provider", "completed", "90.00")
    assert (await charged.payer.get(charged.payment))["refunded"]["amount"] == "90.00"
    [told] = await rig.events(RefundMadeOutside)
    assert (str(told.refund_id), str(told.payment_id), told.amount.minor) == (shown["id"], charged.payment["id"], 9_000)
    assert await rig.events(RefundCompleted) == []
    assert (await charged.refund("150.01", status=409))["code"] == "refund_too_high"


async def test_where_only_the_charge_is_told_of_the_provider_is_asked_for_its_refunds(
    rig: Rig, charged: Charged, stripe: Double
) -> None:
    await charged.held(await charged.refund("10.00"))
    await stripe.control("webhooks/faults", event="refund.*", copies=0, times=9)
    await give(stripe, charged, 2_000)
    await give(stripe, charged, 3_000, **{"metadata[refund_id]": str(new_id())})
    await webhook_processed(rig, "charge.refunded")
    await process_webhooks(rig)
    for _ in range(2):
        await rig.run_task("reconcile_refunds")
    told = {event.amount.minor for event in await rig.events(RefundMadeOutside)}
    assert told == {2_000, 3_000}
    assert (await charged.payer.get(charged.payment))["refunded"]["amount"] == "60.00"


async def test_another_amount_under_our_name_is_somebody_elses_refund(
    rig: Rig, charged: Charged, stripe: Double
) -> None:
    refund = await charged.refund("100.00")
    await give(stripe, charged, 100, **{"metadata[refund_id]": refund["id"]})
    await webhook_processed(rig, "refund.created")
    assert [(each["origin"], each["state"]) for each in await charged.refunds()] == [
        ("platform", "requested"),
        ("provider", "completed"),
    ]


async def test_all_that_is_left_may_go_while_a_refund_of_ours_waits(rig: Rig, charged: Charged, stripe: Double) -> None:
    ours = await charged.refund("100.00")
    await give(stripe, charged, 24_000)
    await webhook_processed(rig, "refund.created")
    assert (await charged.payer.get(charged.payment))["refunded"]["amount"] == "240.00"
    await charged.held(ours)
    [told] = await rig.events(RefundFailed)
    assert str(told.refund_id) == ours["id"]
    assert (await charged.payer.get(charged.payment))["refunded"]["amount"] == "240.00"


@pytest.mark.parametrize("made_outside", [True, False])
async def test_a_refund_that_comes_back_is_shown_and_told(
    rig: Rig, charged: Charged, stripe: Double, made_outside: bool
) -> None:
    if made_outside:
        name = (await give(stripe, charged, 9_000))["id"]
        await webhook_processed(rig, "refund.created")
    else:
        refund = await charged.refund("90.00")
        await charged.held(refund)
        [at_stripe] = await rig.db.fetch("SELECT reference FROM refunds")
        name = at_stripe["reference"]
    await stripe.control(f"refunds/{name}/close", status="failed")
    await webhook_processed(rig, "refund.failed")
    await process_webhooks(rig)
    [shown] = await charged.refunds()
    assert (shown["state"], shown["failure"]) == ("returned", "failed")
    [told] = await rig.events(RefundReturned)
    assert (told.made_outside, told.charged_to, told.amount.minor) == (made_outside, "user", 9_000)
    assert (await charged.payer.get(charged.payment))["refunded"]["amount"] == "0.00"
    assert await rig.events(RefundFailed) == []


async def test_what_paid_an_order_that_stands_is_not_given_back_by_itself(
    rig: Rig, payer: Payer, stripe: Double
) -> None:
    order = Order(payer.id)
    await rig.deliver(order.placed())
    paid = await payer.pay(order, saved_method=await payer.saved())
    charged = Charged(payer, paid, "")
    await rig.deliver(order.completed())
    assert (await charged.refund(status=409))["code"] == "order_completed"
    terms = {"destination": "wallet", "charged_to": "platform"}
    assert (await charged.refund(status=409, **terms))["code"] == "order_completed"
    refund = await charged.refund(animal="returns", **terms)
    assert (refund["state"], refund["animal"]) == ("completed", "returns")


async def test_identity_hears_what_keeps_somebody_from_being_deleted(
    rig: Rig, charged: Charged, stripe: Double
) -> None:
    async def obstacles() -> tuple[str, ...]:
        request_id = new_id()
        await rig.deliver(UserDeletionRequested(user_id=charged.payer.id, request_id=request_id))
        answer = (await rig.events(PaymentDeletionChecked))[-1]
        assert answer.request_id == request_id
        return answer.obstacles

    assert await obstacles() == ()
    await charged.payer.deposit()
    await charged.refund("10.00")
    await stripe.control("disputes", charge=charged.charge)
    await webhook_processed(rig, "charge.dispute.created")
    assert await obstacles() == ("payments", "refunds", "disputes")
