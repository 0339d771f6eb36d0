"""Refunds: in parts, repeated, never more than was paid, whatever the provider answers."""

import asyncio
from datetime import timedelta

import pytest

from amigok_chassis import clock
from amigok_chassis.testing import Rig
from amigok_contracts.marketplace import ORDER
from amigok_contracts.payment import REFUND, RefundCompleted, RefundFailed, RefundRequested
from services.payment.tests.conftest import Charged, Double, Payer, held, make_due, not_held, webhook_processed


async def at_stripe(stripe: Double) -> list[int]:
    answer = await stripe.http.get("/v1/refunds", headers={"authorization": "Bearer sk_test_double"})
    return [each["amount"] for each in answer.json()["data"]]


async def test_a_refund_waits_for_the_wallet_and_then_goes_to_the_provider(
    rig: Rig, charged: Charged, stripe: Double
) -> None:
    refund = await charged.refund("100.00")
    assert (refund["state"], refund["destination"], refund["charged_to"]) == ("requested", "provider", "user")
    await rig.run_task("poll_refund")
    assert await at_stripe(stripe) == []
    await charged.held(refund)
    [shown] = await charged.refunds()
    assert (shown["state"], await at_stripe(stripe)) == ("completed", [10_000])
    [asked], [told] = await rig.events(RefundRequested), await rig.events(RefundCompleted)
    assert (asked.purpose, asked.gives_back, asked.payer_id) == (REFUND, True, charged.payer.id)
    assert (asked.reference_id, asked.amount, told.destination, told.charged_to) == (
        told.refund_id,
        told.amount,
        "provider",
        "user",
    )


async def test_answers_about_other_holds_do_not_move_a_refund(rig: Rig, charged: Charged, stripe: Double) -> None:
    refund = await charged.refund("100.00")
    await rig.deliver(held(refund, charged.payer.id, purpose=ORDER), not_held(refund, charged.payer.id, purpose=ORDER))
    await rig.run_task("poll_refund")
    assert ([each["state"] for each in await charged.refunds()], await at_stripe(stripe)) == (["requested"], [])


async def test_refunds_never_exceed_the_payment(rig: Rig, charged: Charged, stripe: Double) -> None:
    first = await charged.refund("100.00")
    assert (await charged.refund("140.01", status=409))["code"] == "refund_too_high"
    rest = await charged.refund()
    assert rest["amount"]["amount"] == "140.00"
    assert (await charged.refund(status=409))["code"] == "refund_too_high"
    for refund in (first, rest):
        await charged.held(refund)
    assert sorted(await at_stripe(stripe)) == [10_000, 14_000]
    assert (await charged.payer.get(charged.payment))["refunded"]["amount"] == "240.00"


async def test_of_refunds_at_once_only_as_much_as_was_paid(rig: Rig, charged: Charged) -> None:
    path = f"/api/v1/payments/{charged.payment['id']}/refund"
    body = {"reason": "Changed my mind", "amount": {"amount": "100.00", "currency": "USD"}}
    answers = await asyncio.gather(*(rig.request("POST", path, user=charged.payer.id, json=body) for _ in range(6)))
    assert sorted(answer.status_code for answer in answers) == [201, 201, 409, 409, 409, 409]


async def test_a_refund_that_the_wallet_refuses_frees_its_amount(rig: Rig, charged: Charged) -> None:
    refund = await charged.refund()
    refused = not_held(refund, charged.payer.id)
    await rig.deliver(refused, refused)
    [shown] = await charged.refunds()
    assert (shown["state"], shown["failure"]) == ("failed", "insufficient_funds")
    [told] = await rig.events(RefundFailed)
    assert (told.reason, told.charged_to) == ("insufficient_funds", "user")
    assert (await charged.payer.get(charged.payment))["refunded"]["amount"] == "0.00"
    await charged.refund()


@pytest.mark.parametrize("work", [True, False])
async def test_a_lost_answer_gives_back_once(rig: Rig, charged: Charged, stripe: Double, work: bool) -> None:
    refund = await charged.refund("100.00")
    await stripe.control("webhooks/faults", event="*", copies=0, times=100)
    await stripe.control("faults", method="POST", path="/v1/refunds", work=work, answer="reset")
    await charged.held(refund)
    assert [each["state"] for each in await charged.refunds()] == ["unknown"]
    await make_due(rig, "refunds")
    await rig.run_task("poll_refund")
    assert [each["state"] for each in await charged.refunds()] == ["completed"]
    assert await at_stripe(stripe) == [10_000]


async def test_a_crash_between_call_and_commit_gives_back_once(rig: Rig, charged: Charged, stripe: Double) -> None:
    refund = await charged.refund("100.00")
    await charged.held(refund)
    undone = "state = 'held', ended_at = NULL, reference = NULL, due_at = now()"
    await rig.db.fetch(f"UPDATE refunds SET {undone}")
    await rig.run_task("poll_refund")
    assert [each["state"] for each in await charged.refunds()] == ["completed"]
    assert await at_stripe(stripe) == [10_000]


async def test_a_webhook_tells_of_a_refund_whose_answer_was_lost(rig: Rig, charged: Charged, stripe: Double) -> None:
    refund = await charged.refund("100.00")
    await stripe.control("webhooks/faults", event="refund.*", copies=3)
    await stripe.control("faults", method="POST", path="/v1/refunds", answer="reset")
    await charged.held(refund)
    await webhook_processed(rig, "refund.created")
    assert [each["state"] for each in await charged.refunds()] == ["completed"]
    assert len(await rig.events(RefundCompleted)) == 1


async def test_another_amount_than_was_asked_for_is_not_believed(rig: Rig, charged: Charged, stripe: Double) -> None:
    refund = await charged.refund("100.00")
    await rig.deliver(held(refund, charged.payer.id))
    await stripe.ask("/v1/refunds", charge=charged.charge, amount=100, **{"metadata[refund_id]": refund["id"]})
    await webhook_processed(rig, "refund.created")
    assert [each["state"] for each in await charged.refunds()] == ["held", "completed"]
    await rig.run_task("poll_refund")
    assert [each["state"] for each in await charged.refunds()] == ["completed", "completed"]
    assert sorted(await at_stripe(stripe)) == [100, 10_000]


async def test_what_the_provider_will_not_give_back_has_failed(rig: Rig, charged: Charged, stripe: Double) -> None:
    refund = await charged.refund()
    await stripe.ask("/v1/refunds", charge=charged.charge, amount=20_000)
    await charged.held(refund)
    [shown] = await charged.refunds()
    assert (shown["state"], shown["failure"]) == ("failed", "invalid_request")
    assert (await charged.payer.get(charged.payment))["refunded"]["amount"] == "0.00"


@pytest.mark.parametrize(
    ("destination", "charged_to", "state"), [("provider", "platform", "held"), ("wallet", "platform", "completed")]
)
async def test_an_administrator_may_have_the_platform_pay(
    rig: Rig, charged: Charged, stripe: Double, destination: str, charged_to: str, state: str
) -> None:
    refund = await charged.refund("50.00", destination=destination, charged_to=charged_to)
    assert refund["state"] == state
    await rig.run_task("poll_refund")
    [told] = await rig.events(RefundCompleted)
    assert (told.destination, told.charged_to) == (destination, charged_to)
    assert await rig.events(RefundRequested) == []
    assert await at_stripe(stripe) == ([5_000] if destination == "provider" else [])


async def test_an_administrator_may_charge_the_user(rig: Rig, charged: Charged) -> None:
    assert (await charged.refund(destination="provider", charged_to="user"))["state"] == "requested"
    nowhere = await charged.refund("1.00", destination="wallet", charged_to="user", status=422)
    assert nowhere["code"] == "refund_goes_nowhere"


async def test_all_that_is_left_is_what_it_was_when_it_was_proposed(rig: Rig, charged: Charged) -> None:
    own = await charged.refund("100.00")
    path = f"/api/v1/admin/payments/{charged.payment['id']}/refund"
    body = {"reason": "Not as described", "destination": "wallet", "charged_to": "platform"}
    proposed = await rig.request("POST", path, user=await rig.administrator(), role="admin", json=body)
    shown = {"amount": "140.00", "currency": "USD"}
    assert proposed.json()["payload"]["amount"] == shown
    await rig.deliver(not_held(own, charged.payer.id))
    assert (await rig.decided(proposed)).status_code == 200
    assert (await charged.refunds())[-1]["amount"] == shown


async def test_administrators_do_not_pay_themselves(rig: Rig, charged: Charged) -> None:
    path = f"/api/v1/admin/payments/{charged.payment['id']}/refund"
    body = {"reason": "Because I can", "destination": "wallet", "charged_to": "platform"}
    refused = await rig.request("POST", path, user=charged.payer.id, role="admin", json=body)
    assert (refused.status_code, refused.json()["code"]) == (403, "own_payment")


async def test_a_replay_gives_back_once(rig: Rig, charged: Charged) -> None:
    first = await charged.refund("10.00", key="one-refund")
    assert await charged.refund("10.00", key="one-refund") == first
    assert (await charged.refund("20.00", key="one-refund", status=422))["code"] == "idempotency_key_reused"
    assert len(await rig.events(RefundRequested)) == 1


async def test_only_what_was_paid_by_oneself_is_given_back(rig: Rig, payer: Payer, stripe: Double) -> None:
    begun = await payer.deposit()
    assert (await Charged(payer, begun, "").refund(status=409))["code"] == "not_refundable"
    other = Charged(Payer(rig, stripe), begun, "")
    assert (await other.refund(status=404))["code"] == "payment_not_found"
    euros = {"amount": "1.00", "currency": "EUR"}
    done = await payer.deposit(saved_method=await payer.saved())
    path = f"payments/{done['id']}/refund"
    refused = await payer.ask("POST", path, 409, json={"reason": "Changed my mind", "amount": euros})
    assert refused["code"] == "refund_too_high"


@pytest.mark.parametrize("amount", ["0.00", "-1.00"])
async def test_nothing_and_less_is_no_refund(charged: Charged, amount: str) -> None:
    assert (await charged.refund(amount, status=409))["code"] == "refund_too_high"


async def test_a_disputed_payment_is_not_given_back(rig: Rig, charged: Charged, stripe: Double) -> None:
    dispute = await stripe.control("disputes", charge=charged.charge)
    await webhook_processed(rig, "charge.dispute.created")
    assert (await charged.refund(status=409))["code"] == "payment_disputed"
    await stripe.control(f"disputes/{dispute['id']}/close", status="won")
    await webhook_processed(rig, "charge.dispute.closed")
    assert (await charged.refund())["state"] == "requested"


@pytest.mark.parametrize(("work", "state"), [(True, "completed"), (False, "failed")])
async def test_when_keys_are_forgotten_a_refund_is_looked_for_and_not_begun_anew(
    rig: Rig, charged: Charged, stripe: Double, work: bool, state: str
) -> None:
    refund = await charged.refund("100.00")
    await stripe.control("webhooks/faults", event="*", copies=0, times=100)
    await stripe.control("faults", method="POST", path="/v1/refunds", work=work, answer="reset")
    await charged.held(refund)
    clock.set_offset(timedelta(hours=21))
    await rig.run_task("poll_refund")
    assert [each["state"] for each in await charged.refunds()] == [state]
    assert await at_stripe(stripe) == ([10_000] if work else [])
