"""Stripe's webhooks: signed, late, twice, in any order, and forged."""

import asyncio
import json
from datetime import timedelta
from typing import Any

import httpx
import pytest

from amigok_chassis import clock
from amigok_chassis.testing import Rig
from amigok_contracts.payment import (
    DisputeOpened,
    PaymentCompleted,
    PaymentFailed,
    RefundMadeOutside,
    WebhookReceived,
)
from payment.providers.stripe_events import DISPUTE_STATES, PAYMENT_STATES, REFUND_STATES
from payment.webhooks.service import count_unread
from services.payment.tests.conftest import Charged, Double, Payer, process_webhooks, webhook_processed
from services.payment.tests.test_stripe import signed

PATH = "/api/v1/payments/webhook/stripe"


async def post(rig: Rig, body: bytes, headers: dict[str, str]) -> httpx.Response:
    return await rig.http.post(PATH, content=body, headers={"content-type": "application/json", **headers})


def event_body(payment: Any, status: str = "succeeded", *, id: str = "evt_1", **more: Any) -> bytes:
    """Makes the body of an event about a payment's intent."""
    intent = {
        "id": intent_of(payment),
        "object": "payment_intent",
        "status": status,
        "amount": 24_000,
        "currency": "usd",
        "metadata": {"payment_id": payment["id"]},
        "client_secret": payment["client_secret"],
        "latest_charge": "ch_1",
        **more,
    }
    event = {"id": id, "object": "event", "type": f"payment_intent.{status}", "data": {"object": intent}}
    return json.dumps(event).encode()


def intent_of(payment: Any) -> str:
    return str(payment["client_secret"].split("_secret_")[0])


@pytest.fixture
async def silent(stripe: Double, rig: Rig) -> None:
    """The double sends no webhooks."""
    await stripe.control("webhooks/faults", event="*", copies=0, times=1000)


async def paid_in_the_browser(payer: Payer, stripe: Double) -> Any:
    """A payment whose payer paid and did not come back."""
    begun = await payer.deposit()
    await stripe.ask(f"/v1/payment_intents/{intent_of(begun)}/confirm", payment_method=await stripe.card())
    return begun


async def test_a_payer_who_never_comes_back_has_paid(rig: Rig, payer: Payer, stripe: Double) -> None:
    begun = await paid_in_the_browser(payer, stripe)
    await webhook_processed(rig, "payment_intent.succeeded")
    assert (await payer.get(begun))["state"] == "completed"
    assert (await payer.confirm(begun))["state"] == "completed"
    assert len(await rig.events(PaymentCompleted)) == 1


async def test_a_webhook_that_comes_again_and_again_counts_once(rig: Rig, payer: Payer, stripe: Double) -> None:
    await stripe.control("webhooks/faults", event="payment_intent.succeeded", copies=4)
    begun = await paid_in_the_browser(payer, stripe)
    await webhook_processed(rig, "payment_intent.succeeded")
    await rig.deliver(*await rig.events(WebhookReceived))
    assert (await payer.get(begun))["state"] == "completed"
    assert len(await rig.events(PaymentCompleted)) == 1


@pytest.mark.usefixtures("silent")
async def test_the_payers_return_and_the_webhook_at_once_complete_it_once(
    rig: Rig, payer: Payer, stripe: Double
) -> None:
    begun = await payer.deposit()
    body = event_body(begun)
    await stripe.ask(f"/v1/payment_intents/{intent_of(begun)}/confirm", payment_method="pm_card_visa")

    async def webhook(number: int) -> None:
        event = body.replace(b"evt_1", b"evt_%d" % number)
        assert (await post(rig, event, signed(event))).status_code == 200
        await process_webhooks(rig)

    await asyncio.gather(*(webhook(number) for number in range(3)), *(payer.confirm(begun) for _ in range(3)))
    assert (await payer.get(begun))["state"] == "completed"
    assert len(await rig.events(PaymentCompleted)) == 1


@pytest.mark.usefixtures("silent")
async def test_what_was_before_the_end_changes_nothing_after_it(rig: Rig, payer: Payer) -> None:
    begun = await payer.deposit()
    failed = {"last_payment_error": {"code": "card_declined"}}
    for number, (status, more) in enumerate(
        [("succeeded", {}), ("requires_payment_method", failed), ("processing", {}), ("canceled", {})]
    ):
        body = event_body(begun, status, id=f"evt_{number}", **more)
        assert (await post(rig, body, signed(body))).status_code == 200
        await process_webhooks(rig)
    assert (await payer.get(begun))["state"] == "completed"
    assert (len(await rig.events(PaymentCompleted)), await rig.events(PaymentFailed)) == (1, [])


@pytest.mark.usefixtures("silent")
async def test_money_that_comes_after_the_end_has_come(rig: Rig, payer: Payer) -> None:
    begun = await payer.deposit()
    clock.set_offset(timedelta(hours=25))
    await rig.run_task("poll_payment")
    body = event_body(begun)
    await post(rig, body, signed(body))
    await process_webhooks(rig)
    assert (await payer.get(begun))["state"] == "completed"
    assert (len(await rig.events(PaymentFailed)), len(await rig.events(PaymentCompleted))) == (1, 1)


@pytest.mark.usefixtures("silent")
async def test_what_is_under_way_is_asked_about(rig: Rig, payer: Payer, stripe: Double) -> None:
    """The event says `processing`, but the payment is paid by now."""
    begun = await payer.deposit()
    await stripe.ask(f"/v1/payment_intents/{intent_of(begun)}/confirm", payment_method="pm_card_visa")
    body = event_body(begun, "processing")
    await post(rig, body, signed(body))
    await process_webhooks(rig)
    await rig.run_task("poll_payment")
    assert (await payer.get(begun))["state"] == "completed"


@pytest.mark.usefixtures("silent")
@pytest.mark.parametrize("forgery", [{"secret": "whsec_other"}, {"age": 301}, {"age": 24 * 3600}])
async def test_what_was_not_signed_now_by_the_provider_is_refused(
    rig: Rig, payer: Payer, forgery: dict[str, Any]
) -> None:
    body = event_body(await payer.deposit())
    refused = await post(rig, body, signed(body, **forgery))
    assert (refused.status_code, refused.json()["code"]) == (400, "webhook_not_verified")
    other = body.replace(b"24000", b"99999")
    assert (await post(rig, other, signed(body))).status_code == 400
    assert (await post(rig, body, {})).status_code == 400
    assert await rig.events(WebhookReceived) == []


@pytest.mark.parametrize("signature", ["wrong", "stale"])
async def test_a_bad_signature_of_the_provider_is_refused_and_the_truth_found(
    rig: Rig, payer: Payer, stripe: Double, signature: str
) -> None:
    await stripe.control("webhooks/faults", event="*", signature=signature, times=9)
    begun = await paid_in_the_browser(payer, stripe)
    assert await rig.events(WebhookReceived) == []
    assert (await payer.confirm(begun))["state"] == "completed"


@pytest.mark.usefixtures("silent")
async def test_a_signature_that_is_sent_again_does_nothing_again(rig: Rig, payer: Payer) -> None:
    begun = await payer.deposit()
    body = event_body(begun)
    headers = signed(body)
    answers = [await post(rig, body, headers) for _ in range(3)]
    assert [answer.status_code for answer in answers] == [200] * 3
    assert await process_webhooks(rig) == 1


@pytest.mark.parametrize(
    "body",
    [
        *(b"", b"{}", b"[]", b'"x"', b"\xff", b'{"id": 1}', b'{"id": "evt_1", "object": "event"}'),
        pytest.param(b"[" * 100_000, id="deep"),
    ],
)
async def test_nonsense_that_is_signed_is_refused(rig: Rig, body: bytes) -> None:
    assert (await post(rig, body, signed(body))).status_code == 400


async def test_a_huge_body_is_not_read(rig: Rig) -> None:
    body = b'{"id": "evt_1", "pad": "' + b"x" * 300_000 + b'"}'
    refused = await post(rig, body, signed(body))
    assert (refused.status_code, refused.json()["code"]) == (413, "content_too_large")


@pytest.mark.usefixtures("silent")
async def test_what_is_about_nothing_of_ours_is_kept_and_ignored(rig: Rig, payer: Payer) -> None:
    begun = await payer.deposit()
    foreign = event_body(begun, id="evt_1").replace(begun["id"].encode(), b"0" * 8 + begun["id"][8:].encode())
    another = event_body({**begun, "client_secret": "pi_other_secret_1"}, id="evt_2")
    unknown = b'{"id": "evt_3", "object": "event", "type": "x.y", "data": {"object": {"id": "x", "object": "x"}}}'
    for body in (foreign, another, unknown):
        assert (await post(rig, body, signed(body))).status_code == 200
    await process_webhooks(rig)
    rows = await rig.db.fetch("SELECT outcome FROM webhooks")
    assert [row["outcome"] for row in rows] == ["ignored"] * 3
    assert (await payer.get(begun))["state"] == "requires_action"


@pytest.mark.usefixtures("silent")
async def test_another_amount_than_was_asked_for_is_not_believed(rig: Rig, payer: Payer) -> None:
    begun = await payer.deposit()
    body = event_body(begun, amount=1)
    await post(rig, body, signed(body))
    with pytest.raises(Exception, match="provider_misreported"):
        await process_webhooks(rig)
    assert (await payer.get(begun))["state"] == "requires_action"


@pytest.mark.usefixtures("silent")
async def test_of_a_body_only_facts_are_kept(rig: Rig, payer: Payer) -> None:
    body = event_body(await payer.deposit(), receipt_email="anna@example.com")
    await post(rig, body, signed(body))
    [row] = await rig.db.fetch("SELECT row::text AS kept FROM webhooks AS row")
    assert "anna" not in row["kept"]
    assert "_secret_" not in row["kept"]


@pytest.mark.usefixtures("silent")
async def test_old_webhooks_are_forgotten_once_they_were_looked_into(rig: Rig, payer: Payer) -> None:
    begun = await payer.deposit()
    for number in range(2):
        body = event_body(begun, id=f"evt_{number}")
        await post(rig, body, signed(body))
    await rig.deliver((await rig.events(WebhookReceived))[0])
    clock.set_offset(timedelta(days=91))
    await rig.run_job("delete_old_webhooks")
    assert [row["outcome"] for row in await rig.db.fetch("SELECT outcome FROM webhooks")] == [None]


@pytest.mark.usefixtures("silent")
async def test_a_state_that_nobody_knows_is_kept_counted_and_read_anew_when_it_has_a_word(
    rig: Rig, payer: Payer, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun = await payer.deposit()
    body = event_body(begun, "brand_new")
    assert (await post(rig, body, signed(body))).status_code == 200
    await process_webhooks(rig)
    await rig.run_job("reread_webhooks")
    assert [row["outcome"] for row in await rig.db.fetch("SELECT outcome FROM webhooks")] == ["unread"]
    async with rig.db.unit_of_work() as db:
        assert await count_unread(db) == 1
    assert (await payer.get(begun))["state"] == "requires_action"
    monkeypatch.setitem(PAYMENT_STATES, "brand_new", "completed")
    await rig.run_job("reread_webhooks")
    await process_webhooks(rig)
    assert [row["outcome"] for row in await rig.db.fetch("SELECT outcome FROM webhooks")] == ["handled"]
    assert (await payer.get(begun))["state"] == "completed"


@pytest.mark.usefixtures("silent")
async def test_what_has_no_word_yet_does_not_keep_others_from_being_read_anew(
    rig: Rig, payer: Payer, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun = await payer.deposit()
    for number, status in enumerate(["brand_new", "stranger"]):
        body = event_body(begun, status, id=f"evt_{number}")
        await post(rig, body, signed(body))
    await process_webhooks(rig)
    monkeypatch.setattr("payment.webhooks.service.MOST", 1)
    monkeypatch.setitem(PAYMENT_STATES, "stranger", "completed")
    for _ in range(2):
        await rig.run_job("reread_webhooks")
    await process_webhooks(rig)
    assert (await payer.get(begun))["state"] == "completed"


@pytest.mark.parametrize(("kind", "states"), [("refund", REFUND_STATES), ("dispute", DISPUTE_STATES)])
async def test_what_is_new_to_us_in_a_state_that_nobody_knows_moves_nothing_until_it_has_a_word(
    rig: Rig, charged: Charged, monkeypatch: pytest.MonkeyPatch, kind: str, states: dict[str, str]
) -> None:
    found = {"id": "x_1", "object": kind, "status": "brand_new", "amount": 9_000, "currency": "usd"}
    event = {
        "id": "evt_x",
        "object": "event",
        "type": f"{kind}.x",
        "data": {"object": found | {"charge": charged.charge}},
    }
    body = json.dumps(event).encode()
    await process_webhooks(rig)
    assert (await post(rig, body, signed(body))).status_code == 200
    await process_webhooks(rig)
    outcome = "SELECT outcome FROM webhooks WHERE external_id = 'evt_x'"
    assert [row["outcome"] for row in await rig.db.fetch(outcome)] == ["unread"]
    assert [*await rig.events(RefundMadeOutside), *await rig.events(DisputeOpened)] == []
    monkeypatch.setitem(states, "brand_new", "completed" if kind == "refund" else "opened")
    await rig.run_job("reread_webhooks")
    await process_webhooks(rig)
    assert [row["outcome"] for row in await rig.db.fetch(outcome)] == ["handled"]
    assert len([*await rig.events(RefundMadeOutside), *await rig.events(DisputeOpened)]) == 1


@pytest.mark.usefixtures("silent")
async def test_what_is_signed_and_cannot_be_read_is_kept_and_not_called_forged(rig: Rig) -> None:
    body = (
        b'{"id": "evt_1", "object": "event", "type": "refund.x", "data": {"object": {"id": "re", "object": "refund"}}}'
    )
    assert (await post(rig, body, signed(body))).status_code == 200
    await process_webhooks(rig)
    assert [row["outcome"] for row in await rig.db.fetch("SELECT outcome FROM webhooks")] == ["unread"]
