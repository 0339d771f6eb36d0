"""Payments by PayPal, from the payer's request to the end, webhooks included."""

from collections.abc import AsyncIterator
from dataclasses import dataclass
from datetime import timedelta

import httpx
import pytest

from amigok_chassis import clock
from amigok_chassis.inbox import Retry
from amigok_chassis.testing import Rig, running
from amigok_contracts.payment import DisputeOpened, PaymentCompleted
from payment.main import service
from services.payment.tests.conftest import Address, Double, Payer, Provider, make_due, process_webhooks
from tests.simulators.paypal.certificates import AUTHORITY

WEBHOOK_ID = "8PT597110X687430LKGECATA"
WEBHOOK = "/api/v1/payments/webhook/paypal"


@dataclass
class AtPayPal:
    """A payer of the service, and the double where they pay."""

    rig: Rig
    paypal: Double
    payer: Payer


@pytest.fixture
async def at(paypal_server: Provider, webhooks: Address, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[AtPayPal]:
    url = paypal_server.url
    monkeypatch.setenv("PAYMENT_PAYPAL_URL", url)
    monkeypatch.setenv("PAYMENT_PAYPAL_CLIENT_ID", "id")
    monkeypatch.setenv("PAYMENT_PAYPAL_SECRET", "secret")
    monkeypatch.setenv("PAYMENT_PAYPAL_WEBHOOK_ID", WEBHOOK_ID)
    monkeypatch.setenv("PAYMENT_PAYPAL_CERT_URL", f"{url}/v1/notifications/certs/")
    monkeypatch.setenv("PAYMENT_PAYPAL_CERT_AUTHORITIES", AUTHORITY)
    async with running(service) as rig, webhooks.slot.holding(rig.asgi):
        async with httpx.AsyncClient(base_url=url, verify=False, trust_env=False) as http:
            double = Double(url, http)
            await double.control("webhooks/endpoints", url=webhooks.url + WEBHOOK, secret=WEBHOOK_ID)
            await double.control("webhooks/faults", times=100, held=True, copies=2)
            yield AtPayPal(rig, double, Payer(rig, double))
    await paypal_server.double.reset()


async def hear(at: AtPayPal) -> int:
    """Delivers all held webhooks, the last one first. Returns how many were stored."""
    await at.paypal.control("webhooks/release")
    return await process_webhooks(at.rig)


async def test_what_the_payer_approves_is_captured_when_they_return(at: AtPayPal) -> None:
    begun = await at.payer.deposit(method="paypal")
    assert (begun["state"], begun["provider"]) == ("requires_action", "paypal")
    await at.paypal.http.get(begun["approval_url"])
    assert (await at.payer.confirm(begun))["state"] == "completed"
    assert await hear(at) == 2
    [told] = await at.rig.events(PaymentCompleted)
    assert (str(told.payment_id), told.provider, told.amount.minor) == (begun["id"], "paypal", 24_000)


async def test_what_the_payer_approves_is_captured_though_they_never_return(at: AtPayPal) -> None:
    begun = await at.payer.deposit(method="paypal")
    await at.paypal.control(f"payments/{begun['id']}/pay")
    await make_due(at.rig)
    await at.rig.run_task("poll_payment")
    assert (await at.payer.get(begun))["state"] == "completed"
    assert len(await at.rig.events(PaymentCompleted)) == 1


async def test_a_pending_capture_is_ended_by_its_webhook(at: AtPayPal) -> None:
    begun = await at.payer.deposit(method="paypal")
    await at.paypal.control(f"payments/{begun['id']}/pay", payment_method="pending")
    assert (await at.payer.confirm(begun))["state"] == "processing"
    await at.paypal.control(f"payments/{begun['id']}/settle")
    assert await hear(at) == 3
    assert (await at.payer.get(begun))["state"] == "completed"
    assert len(await at.rig.events(PaymentCompleted)) == 1


async def test_a_forged_webhook_is_refused_and_not_kept(at: AtPayPal) -> None:
    names = ("auth-algo", "cert-url", "transmission-id", "transmission-sig", "transmission-time")
    made_up = {f"paypal-{name}": "x" for name in names} | {"paypal-transmission-time": "2026-11-25T00:00:00Z"}
    for headers in ({}, made_up):
        answer = await at.rig.request("POST", WEBHOOK, json={"id": "WH-1"}, headers=headers)
        assert (answer.status_code, answer.json()["code"]) == (400, "webhook_not_verified")
    assert await process_webhooks(at.rig) == 0


async def test_a_dispute_waits_for_the_payment_that_it_is_about(at: AtPayPal) -> None:
    begun = await at.payer.deposit(method="paypal")
    await at.paypal.control(f"payments/{begun['id']}/pay")
    await at.paypal.control("faults", path="/v2/checkout/orders/*/capture", answer="reset")
    assert (await at.payer.confirm(begun))["state"] == "unknown"
    await at.paypal.control(f"payments/{begun['id']}/dispute")
    with pytest.raises(Retry):
        await hear(at)
    assert (await at.payer.confirm(begun))["state"] == "completed"
    await process_webhooks(at.rig)
    [opened] = await at.rig.events(DisputeOpened)
    assert str(opened.payment_id) == begun["id"]


async def test_a_dispute_of_what_nobody_here_paid_is_left_alone(at: AtPayPal) -> None:
    begun = await at.payer.deposit(method="paypal")
    await at.paypal.control(f"payments/{begun['id']}/pay")
    await at.payer.confirm(begun)
    await at.paypal.control(f"payments/{begun['id']}/dispute")
    await at.rig.db.fetch("UPDATE payments SET charge_reference = 'other'")
    with pytest.raises(Retry):
        await hear(at)
    clock.set_offset(timedelta(minutes=11))
    await process_webhooks(at.rig)
    assert await at.rig.events(DisputeOpened) == []
