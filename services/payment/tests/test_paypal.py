"""The PayPal module against PayPal's double."""

import asyncio
from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any
from uuid import uuid4

import httpx
import pytest
from cryptography.hazmat.primitives.asymmetric import ec, rsa
from pydantic import SecretStr
from starlette.requests import Request
from starlette.responses import Response
from starlette.types import Receive, Scope, Send

from amigok_chassis.patience import PATIENCE
from payment.providers import paypal_events
from payment.providers.paypal import PayPal
from payment.providers.protocol import Charge, ForgedWebhook, ProviderEvent, ProviderRefused, ProviderUnavailable
from payment.settings import Settings
from services.payment.tests.conftest import Address, Provider
from tests.simulators.paypal.certificates import AUTHORITY, issued

WEBHOOK_ID = "8PT597110X687430LKGECATA"
TO = {"email": "payee@example.com"}


@dataclass
class Double:
    """PayPal's double, its events as they arrive, and the module that calls it."""

    http: httpx.AsyncClient
    module: PayPal
    heard: asyncio.Queue[tuple[bytes, dict[str, str]]] = field(default_factory=asyncio.Queue)

    async def control(self, path: str, /, **body: Any) -> Any:
        answer = await self.http.post(f"/_control/{path}", json=body)
        assert answer.is_success, answer.text
        return answer.json() if answer.content else None

    async def fetched(self) -> int:
        """Returns how often certificates were fetched."""
        return int((await self.http.get("/_control/certificate")).json()["fetched"])

    async def event(self, type: str) -> ProviderEvent:
        """Returns the next event of this type, verified."""
        while True:
            event = await self.module.verify_webhook(*await asyncio.wait_for(self.heard.get(), PATIENCE))
            if event.type == type:
                return event

    async def paid(self, amount: int = 24_000) -> tuple[Charge, str]:
        """Makes a payment and returns it with the reference for refunds."""
        asked = charge(amount)
        seen = await self.module.create_payment(asked)
        await self.control(f"payments/{asked.id}/pay")
        seen = await self.module.confirm_payment(seen.reference, payment_id=asked.id, method_token=None)
        assert (seen.state, bool(seen.charge_reference)) == ("completed", True)
        return asked, str(seen.charge_reference)


@pytest.fixture
async def paypal(paypal_server: Provider, webhooks: Address) -> AsyncIterator[Double]:
    url = paypal_server.url
    keys = Settings(
        paypal_url=url,
        paypal_client_id="id",
        paypal_secret=SecretStr("secret"),
        paypal_webhook_id=WEBHOOK_ID,
        paypal_cert_url=f"{url}/v1/notifications/certs/",
        paypal_cert_authorities=AUTHORITY,
    )
    async with httpx.AsyncClient(base_url=url, verify=False, trust_env=False, timeout=PATIENCE) as http:
        double = Double(http, PayPal(keys, http))

        async def hear(scope: Scope, receive: Receive, send: Send) -> None:
            request = Request(scope, receive)
            double.heard.put_nowait((await request.body(), dict(request.headers)))
            await Response()(scope, receive, send)

        async with webhooks.slot.holding(hear):
            await double.control("webhooks/endpoints", url=webhooks.url, secret=WEBHOOK_ID)
            yield double
    await paypal_server.double.reset()


def charge(amount: int = 24_000) -> Charge:
    return Charge(uuid4(), amount, "USD", "paypal", "Deposit", "http://localhost/back")


async def test_the_same_charge_is_one_order(paypal: Double) -> None:
    asked = charge()
    first, again = await paypal.module.create_payment(asked), await paypal.module.create_payment(asked)
    assert first == again
    assert (first.state, first.amount, first.currency) == ("requires_action", 24_000, "USD")


async def test_the_payer_approves_and_we_capture_once(paypal: Double) -> None:
    asked = charge()
    seen = await paypal.module.create_payment(asked)
    waiting = await paypal.module.confirm_payment(seen.reference, payment_id=asked.id, method_token=None)
    assert waiting.state == "requires_action"
    sent = await paypal.http.get(str(waiting.approval_url))
    assert (sent.status_code, sent.headers["location"].split("?")[0]) == (303, "http://localhost/back")
    event = await paypal.event("CHECKOUT.ORDER.APPROVED")
    assert (event.our_id, event.seen and event.seen.state) == (asked.id, "requires_action")
    both = [paypal.module.confirm_payment(seen.reference, payment_id=asked.id, method_token=None) for _ in range(2)]
    outcomes = await asyncio.gather(*both, return_exceptions=True)
    assert {type(each) for each in outcomes} <= {type(seen), ProviderUnavailable}
    after = await paypal.module.get_payment(seen.reference)
    assert (after.state, after.approval_url) == ("completed", None)
    event = await paypal.event("PAYMENT.CAPTURE.COMPLETED")
    assert (event.subject, event.our_id, event.seen) == ("payment", asked.id, after)


async def test_a_declined_instrument_is_replaced(paypal: Double) -> None:
    asked = charge()
    reference = (await paypal.module.create_payment(asked)).reference
    await paypal.control(f"payments/{asked.id}/pay", payment_method="declined")
    seen = await paypal.module.confirm_payment(reference, payment_id=asked.id, method_token=None)
    assert (seen.state, seen.reason, bool(seen.approval_url)) == ("declined", "instrument_declined", True)
    await paypal.control(f"payments/{asked.id}/pay")
    assert (await paypal.module.confirm_payment(reference, payment_id=asked.id, method_token=None)).state == "completed"


@pytest.mark.parametrize(
    ("success", "state", "type"), [(True, "completed", "COMPLETED"), (False, "cancelled", "DENIED")]
)
async def test_what_is_pending_ends_later(paypal: Double, success: bool, state: str, type: str) -> None:
    asked = charge()
    reference = (await paypal.module.create_payment(asked)).reference
    await paypal.control(f"payments/{asked.id}/pay", payment_method="pending")
    seen = await paypal.module.confirm_payment(reference, payment_id=asked.id, method_token=None)
    assert seen.state == "processing"
    await paypal.control(f"payments/{asked.id}/settle", success=success)
    event = await paypal.event(f"PAYMENT.CAPTURE.{type}")
    assert event.seen is not None
    assert (event.our_id, event.seen.reference, event.seen.state) == (asked.id, reference, state)
    assert (await paypal.module.get_payment(reference)).state == state


async def test_a_payment_is_cancelled_unless_it_was_made(paypal: Double) -> None:
    asked = charge()
    reference = (await paypal.module.create_payment(asked)).reference
    assert (await paypal.module.cancel_payment(reference, payment_id=asked.id)).state == "cancelled"
    await paypal.control(f"payments/{asked.id}/pay")
    await paypal.module.confirm_payment(reference, payment_id=asked.id, method_token=None)
    assert (await paypal.module.cancel_payment(reference, payment_id=asked.id)).state == "completed"


async def test_refunds_are_given_once_and_never_above_what_was_paid(paypal: Double) -> None:
    _, capture = await paypal.paid()
    first = uuid4()
    given = [
        await paypal.module.create_refund(first, reference=capture, amount=20_000, currency="USD") for _ in range(2)
    ]
    assert (given[0], given[0].state) == (given[1], "completed")
    with pytest.raises(ProviderRefused) as refused:
        await paypal.module.create_refund(uuid4(), reference=capture, amount=4_001, currency="USD")
    assert refused.value.reason == "refund_exceeds_payment"
    await paypal.module.create_refund(uuid4(), reference=capture, amount=4_000, currency="USD")
    with pytest.raises(ProviderRefused) as refused:
        await paypal.module.create_refund(uuid4(), reference=capture, amount=1, currency="USD")
    assert refused.value.reason == "already_refunded"
    event = await paypal.event("PAYMENT.CAPTURE.REFUNDED")
    assert (event.our_id, event.seen) == (first, given[0])
    assert given[0].charge_reference == capture
    assert next(each.our_id for each in await paypal.module.list_refunds(capture)) == first
    await paypal.control(f"refunds/{first}/close", status="failed")
    assert (await paypal.module.get_refund(given[0].reference)).state == "failed"


@pytest.mark.parametrize(
    ("status", "state", "type"), [("paid", "completed", "SUCCEEDED"), ("failed", "failed", "FAILED")]
)
async def test_a_payout_is_made_once_and_ends_later(paypal: Double, status: str, state: str, type: str) -> None:
    id = uuid4()

    async def pay_out() -> Any:
        return await paypal.module.create_payout(id, amount=5_000, currency="USD", destination=TO)

    seen = await pay_out()
    assert (seen.state, seen.amount, seen) == ("processing", 5_000, await pay_out())
    await paypal.control(f"payouts/{id}/close", status=status)
    event = await paypal.event(f"PAYMENT.PAYOUTS-ITEM.{type}")
    assert event.seen is not None
    assert (event.our_id, event.seen.reference, event.seen.state) == (id, seen.reference, state)
    assert await paypal.module.get_payout(seen.reference) == event.seen


async def test_a_payout_whose_key_is_forgotten_is_found_by_its_batch(paypal: Double) -> None:
    id = uuid4()
    seen = await paypal.module.create_payout(id, amount=5_000, currency="USD", destination=TO)
    batch = {
        "sender_batch_header": {"sender_batch_id": str(id)},
        "items": [{"receiver": "a@b.c", "amount": {"currency": "USD", "value": "50.00"}}],
    }
    made = await paypal.module._paypal.post("/v1/payments/payouts", "another key", batch)
    assert made["links"][0]["href"].endswith(seen.reference)


async def test_a_dispute_names_what_was_collected(paypal: Double) -> None:
    asked, capture = await paypal.paid()
    await paypal.control(f"payments/{asked.id}/dispute")
    opened = await paypal.event("CUSTOMER.DISPUTE.CREATED")
    assert opened.seen is not None
    assert (opened.subject, opened.seen.state, opened.seen.charge_reference) == ("dispute", "opened", capture)
    with pytest.raises(ProviderRefused) as refused:
        await paypal.module.create_refund(uuid4(), reference=capture, amount=1, currency="USD")
    assert refused.value.reason == "payment_disputed"
    for _ in range(2):
        await paypal.control(f"disputes/{asked.id}/close", status="lost")
    resolved = await paypal.event("CUSTOMER.DISPUTE.RESOLVED")
    assert resolved.seen is not None
    assert (resolved.seen.reference, resolved.seen.state) == (opened.seen.reference, "lost")


async def test_every_movement_of_a_day_is_told(paypal: Double) -> None:
    asked, capture = await paypal.paid()
    refund = await paypal.module.create_refund(uuid4(), reference=capture, amount=4_000, currency="USD")
    payout = await paypal.module.create_payout(uuid4(), amount=5_000, currency="USD", destination=TO)
    disputed, _ = await paypal.paid()
    dispute = await paypal.control(f"payments/{disputed.id}/dispute")
    rows = [row async for row in paypal.module.list_movements(datetime.now(UTC).date())]
    told = [(row.subject, row.reference, row.amount, row.fee) for row in rows]
    assert told[:3] == [
        ("payment", capture, asked.amount, 887),
        ("refund", refund.reference, -4_000, 0),
        ("payout", payout.reference, -5_000, 25),
    ]
    assert told[4] == ("dispute", dispute["dispute_id"], -24_000, 0)


@pytest.mark.parametrize("fault", [{"answer": "reset"}, {"answer": "reset", "work": False}, {"answer": 500}])
async def test_what_was_asked_without_an_answer_is_asked_again(paypal: Double, fault: dict[str, Any]) -> None:
    asked = charge()
    await paypal.control("faults", method="POST", path="/v2/checkout/orders", **fault)
    with pytest.raises(ProviderUnavailable):
        await paypal.module.create_payment(asked)
    reference = (await paypal.module.create_payment(asked)).reference
    await paypal.control(f"payments/{asked.id}/pay")
    await paypal.control("faults", method="POST", path="/v2/checkout/orders/*/capture", **fault)
    with pytest.raises(ProviderUnavailable):
        await paypal.module.confirm_payment(reference, payment_id=asked.id, method_token=None)
    assert (await paypal.module.confirm_payment(reference, payment_id=asked.id, method_token=None)).state == "completed"
    rows = [row async for row in paypal.module.list_movements(datetime.now(UTC).date())]
    assert [row.amount for row in rows] == [asked.amount]


async def test_one_token_serves_all_until_it_is_revoked(paypal: Double) -> None:
    await paypal.control("faults", method="POST", path="/v1/oauth2/token", held=True)
    await paypal.control("faults", method="POST", path="/v1/oauth2/token", work=False, answer=500)
    waiting = asyncio.gather(*(paypal.module.create_payment(charge()) for _ in range(5)))
    while not waiting.done():
        await paypal.control("faults/release")
    assert len(await waiting) == 5
    await paypal.control("tokens/revoke")
    with pytest.raises(ProviderUnavailable):
        await paypal.module.create_payment(charge())
    assert (await paypal.module.create_payment(charge())).state == "requires_action"


async def test_what_does_not_exist_is_refused(paypal: Double) -> None:
    with pytest.raises(ProviderRefused) as refused:
        await paypal.module.get_payment("NOTHING")
    assert refused.value.reason == "not_found"


@pytest.mark.parametrize("signature", ["wrong", "stale"])
async def test_a_bad_signature_is_not_believed(paypal: Double, signature: str) -> None:
    await paypal.control("webhooks/faults", event="CHECKOUT.*", signature=signature)
    asked = charge()
    await paypal.module.create_payment(asked)
    await paypal.control(f"payments/{asked.id}/pay")
    with pytest.raises(ForgedWebhook):
        await paypal.event("CHECKOUT.ORDER.APPROVED")


async def test_only_what_was_signed_is_believed(paypal: Double) -> None:
    asked, _ = await paypal.paid()
    body, headers = await asyncio.wait_for(paypal.heard.get(), PATIENCE)
    assert (await paypal.module.verify_webhook(body, headers)).our_id == asked.id
    without = [{name: value for name, value in headers.items() if name != each} for each in headers if "paypal" in each]
    changed = [headers | {each: value} for each in headers if "paypal" in each for value in ("", "\u00e4", "9" * 600)]
    for spoilt in (*without, *changed):
        with pytest.raises(ForgedWebhook):
            await paypal.module.verify_webhook(body, spoilt)
    for forged in (b"", b"[]", b"{", b"{}", b"\xff", body + b"{}", body[:-1] + b', "webhook_id": "x"}', b"[" * 100_000):
        with pytest.raises(ForgedWebhook):
            await paypal.module.verify_webhook(forged, headers)


async def test_a_webhook_whose_certificate_cannot_be_had_now_comes_again(paypal: Double) -> None:
    await paypal.paid()
    body, headers = await asyncio.wait_for(paypal.heard.get(), PATIENCE)
    await paypal.control("faults", path="/v1/notifications/*", work=False, answer=500)
    with pytest.raises(ProviderUnavailable):
        await paypal.module.verify_webhook(body, headers)


async def test_what_strangers_send_makes_us_call_nobody(paypal: Double) -> None:
    await paypal.paid()
    body, headers = await asyncio.wait_for(paypal.heard.get(), PATIENCE)
    url = headers["paypal-cert-url"]
    host, path = url.removeprefix("http://").split("/", 1)
    elsewhere = [
        *("https://evil.example/v1/notifications/certs/CERT-double", f"http://{host}@evil.example/{path}", url + "?a"),
        *(url + "/../../x", f"http://{host}.evil.example/{path}", f"http://{host}/v1/checkout/orders", url + "%2f"),
        *("file:///etc/passwd", url.upper(), url.rsplit("/", 1)[0] + "/", url + "\n"),
    ]
    for other in elsewhere:
        with pytest.raises(ForgedWebhook):
            await paypal.module.verify_webhook(body, headers | {"paypal-cert-url": other})
    assert await paypal.fetched() == 0
    for number in range(5):
        with pytest.raises((ForgedWebhook, ProviderUnavailable)):
            await paypal.module.verify_webhook(body, headers | {"paypal-cert-url": f"{url}-{number}"})
    assert await paypal.fetched() <= 1


async def test_a_certificate_is_fetched_once_however_many_webhooks_come(paypal: Double) -> None:
    await paypal.paid()
    body, headers = await asyncio.wait_for(paypal.heard.get(), PATIENCE)
    await asyncio.gather(*(paypal.module.verify_webhook(body, headers) for _ in range(20)))
    forged = [paypal.module.verify_webhook(body + b" ", headers) for _ in range(20)]
    assert {type(each) for each in await asyncio.gather(*forged, return_exceptions=True)} == {ForgedWebhook}
    assert await paypal.fetched() == 1


@pytest.mark.parametrize("certificate", ["another host", "another authority", "nonsense", "huge"])
async def test_only_a_certificate_of_paypals_is_believed(paypal: Double, certificate: str) -> None:
    key = rsa.generate_private_key(65537, 2048)
    served = {
        "another host": issued(key, host="evil.example"),
        "another authority": issued(key, by=ec.generate_private_key(ec.SECP256R1())),
        "nonsense": b"-----BEGIN CERTIFICATE-----",
        "huge": b" " * 200_000,
    }[certificate]
    await paypal.paid()
    body, headers = await asyncio.wait_for(paypal.heard.get(), PATIENCE)
    await paypal.http.post("/_control/certificate", content=served)
    with pytest.raises(ForgedWebhook):
        await paypal.module.verify_webhook(body, headers)


@pytest.mark.parametrize(("refunded", "state", "amount"), [(2_000, "lost", 2_000), (0, "won", 24_000)])
async def test_a_dispute_that_is_resolved_with_a_part_is_lost_to_that_part(
    paypal: Double, refunded: int, state: str, amount: int
) -> None:
    asked, _ = await paypal.paid()
    await paypal.control(f"payments/{asked.id}/dispute")
    await paypal.control(f"disputes/{asked.id}/close", status="lost", refunded=refunded)
    resolved = await paypal.event("CUSTOMER.DISPUTE.RESOLVED")
    assert resolved.seen is not None
    assert (resolved.seen.state, resolved.seen.amount) == (state, amount)


async def test_a_refund_made_at_paypal_names_what_it_was_given_back_of(paypal: Double) -> None:
    asked, capture = await paypal.paid()
    await paypal.module._paypal.post(f"/v2/payments/captures/{capture}/refund", "by hand", {})
    event = await paypal.event("PAYMENT.CAPTURE.REFUNDED")
    assert event.seen is not None
    assert (event.subject, event.our_id, event.seen.charge_reference) == ("refund", None, capture)
    assert event.seen.amount == asked.amount


def test_a_reversal_is_a_reason_to_ask_and_no_refund_by_itself() -> None:
    """Its dispute is reported, too: counted as a refund, it would be owed twice."""
    money = {"currency_code": "USD", "value": "240.00"}
    up = {"rel": "up", "href": "https://api-m.paypal.com/v2/payments/captures/C1"}
    reversal = {"id": "R1", "status": "COMPLETED", "amount": money, "links": [up]}
    capture = {"id": "C1", "status": "REVERSED", "amount": money}
    for found in (reversal, capture):
        event = paypal_events.read_event({"id": "WH-1", "event_type": "PAYMENT.CAPTURE.REVERSED", "resource": found})
        assert event.seen is not None
        assert (event.subject, event.seen.amount, event.seen.is_read) == ("refunds", 24_000, True)
        assert "C1" in (event.seen.reference, event.seen.charge_reference)


def test_a_state_that_nobody_knows_is_kept_as_it_was_told() -> None:
    found = {"id": "R1", "status": "SOMETHING_NEW", "amount": {"currency_code": "USD", "value": "1.00"}}
    event = paypal_events.read_event({"id": "WH-1", "event_type": "PAYMENT.REFUND.CHANGED", "resource": found})
    assert event.seen is not None
    assert (event.seen.state, event.seen.is_read) == ("?SOMETHING_NEW", False)
    broken = paypal_events.read_event({"id": "WH-2", "event_type": "PAYMENT.REFUND.CHANGED", "resource": {}})
    assert (broken.seen, broken.is_read) == (None, False)


def test_what_is_nothing_but_a_fee_counts_as_one() -> None:
    money = {"currency_code": "USD", "value": "-15.00"}
    row = {
        "transaction_event_code": "T0106",
        "transaction_amount": money,
        "transaction_id": "T1",
        "transaction_initiation_date": "2026-01-31T00:00:00+0000",
    }
    movement = paypal_events.movement(row)
    assert (movement.subject, movement.amount, movement.fee) == (None, 0, 1_500)
