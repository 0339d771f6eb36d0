"""The Stripe module against Stripe's double."""

import hashlib
import hmac
import json
import time
from collections.abc import AsyncIterator
from typing import Any
from uuid import uuid4

import httpx
import pytest
from pydantic import SecretStr

from amigok_chassis.patience import PATIENCE
from payment.providers.protocol import Charge, ForgedWebhook, ProviderRefused, ProviderUnavailable
from payment.providers.stripe import Stripe
from payment.settings import Settings
from services.payment.tests.conftest import SECRET, Double


@pytest.fixture
async def module(stripe: Double) -> AsyncIterator[Stripe]:
    keys = Settings(
        stripe_url=stripe.url, stripe_key=SecretStr("sk_test_12345"), stripe_webhook_secret=SecretStr(SECRET)
    )
    async with httpx.AsyncClient(verify=False, trust_env=False, timeout=PATIENCE) as http:
        yield Stripe(keys, http)


def charge(**more: Any) -> Charge:
    return Charge(uuid4(), 24_000, "USD", "card", "Deposit", "http://localhost", **more)


async def card(stripe: Double, number: str = "4242424242424242") -> str:
    fields = {"card[number]": number, "card[exp_month]": 12, "card[exp_year]": 2030, "card[cvc]": "123"}
    return str((await stripe.ask("/v1/payment_methods", type="card", **fields))["id"])


async def test_the_same_charge_is_one_payment(module: Stripe) -> None:
    asked = charge()
    first, again = await module.create_payment(asked), await module.create_payment(asked)
    assert first == again
    assert (first.state, first.amount, first.currency) == ("requires_action", 24_000, "USD")
    assert first.client_secret


async def test_a_saved_card_is_charged_at_once_and_once(module: Stripe, stripe: Double) -> None:
    asked = charge(saved_method=await card(stripe))
    first, again = await module.create_payment(asked), await module.create_payment(asked)
    assert (first.state, first.reference, first.client_secret) == ("completed", again.reference, None)
    assert first.charge_reference is not None


async def test_a_declined_card_is_no_refusal_of_the_payment(module: Stripe, stripe: Double) -> None:
    seen = await module.create_payment(charge(saved_method=await card(stripe, "4000000000000341")))
    assert (seen.state, seen.reason) == ("declined", "card_declined")


async def test_a_payment_is_cancelled_unless_it_was_made(module: Stripe, stripe: Double) -> None:
    for asked, state in ((charge(), "cancelled"), (charge(saved_method=await card(stripe)), "completed")):
        seen = await module.create_payment(asked)
        assert (await module.cancel_payment(seen.reference, payment_id=asked.id)).state == state


async def test_refunds_are_given_by_key_and_within_the_charge(module: Stripe, stripe: Double) -> None:
    paid = await module.create_payment(charge(saved_method=await card(stripe)))
    refund, reference = uuid4(), paid.charge_reference or ""
    first = await module.create_refund(refund, reference=reference, amount=20_000, currency="USD")
    again = await module.create_refund(refund, reference=reference, amount=20_000, currency="USD")
    assert (first, first.state) == (again, "completed")
    assert (await module.get_refund(first.reference)).amount == 20_000
    with pytest.raises(ProviderRefused):
        await module.create_refund(uuid4(), reference=reference, amount=20_000, currency="USD")


@pytest.mark.parametrize("answer", ["reset", 429, 500])
async def test_what_is_no_answer_is_unavailable(module: Stripe, stripe: Double, answer: Any) -> None:
    await stripe.control("faults", path="/v1/*", work=False, answer=answer)
    with pytest.raises(ProviderUnavailable):
        await module.create_payment(charge())


async def test_ways_to_pay_are_kept_for_a_customer(module: Stripe, stripe: Double) -> None:
    user = uuid4()
    customer = await module.create_customer(user)
    assert await module.create_customer(user) == customer
    assert "_secret_" in await module.begin_setup(customer)
    kept = await card(stripe)
    await stripe.ask(f"/v1/payment_methods/{kept}/attach", customer=customer)
    [found] = await module.list_methods(customer)
    assert (found.id, found.brand, found.last4, found.expires_year) == (kept, "visa", "4242", 2030)
    await module.delete_method(kept)
    await module.delete_method(kept)
    assert await module.list_methods(customer) == []


def signed(body: bytes, *, age: int = 0, secret: str = SECRET) -> dict[str, str]:
    at = int(time.time()) - age
    digest = hmac.new(secret.encode(), b"%d.%s" % (at, body), hashlib.sha256).hexdigest()
    return {"stripe-signature": f"t={at},v1={digest}"}


INTENT = {
    "id": "pi_1",
    "object": "payment_intent",
    "status": "succeeded",
    "amount": 500,
    "currency": "usd",
    "metadata": {"payment_id": str(uuid4())},
    "latest_charge": "ch_1",
    "client_secret": "pi_1_secret_2",
}


def event(found: dict[str, Any], type: str = "payment_intent.succeeded") -> bytes:
    return json.dumps({"id": "evt_1", "object": "event", "type": type, "data": {"object": found}}).encode()


async def test_a_signed_event_is_read(module: Stripe) -> None:
    told = await module.verify_webhook(event(INTENT), signed(event(INTENT)))
    assert (told.external_id, told.subject, str(told.our_id)) == ("evt_1", "payment", INTENT["metadata"]["payment_id"])
    assert told.seen is not None
    assert (told.seen.state, told.seen.charge_reference, told.seen.client_secret) == ("completed", "ch_1", None)


@pytest.mark.parametrize(
    "found", [{"id": "in_1", "object": "invoice"}, {"id": "dp_1", "object": "dispute", "status": "warning_closed"}]
)
async def test_an_event_about_what_is_not_ours_is_read_as_such(module: Stripe, found: dict[str, Any]) -> None:
    told = await module.verify_webhook(event(found), signed(event(found)))
    assert (told.external_id, told.subject, told.seen) == ("evt_1", None, None)


@pytest.mark.parametrize("headers", [{}, {"stripe-signature": "t=1,v1=0"}, {"age": 600}, {"secret": "whsec_other"}])
async def test_what_stripe_did_not_sign_now_is_not_believed(module: Stripe, headers: dict[str, Any]) -> None:
    made = signed(event(INTENT), **headers) if headers.keys() & {"age", "secret"} else headers
    with pytest.raises(ForgedWebhook):
        await module.verify_webhook(event(INTENT), made)


async def test_without_a_secret_nothing_is_believed(stripe: Double) -> None:
    keys = Settings(stripe_url=stripe.url, stripe_key=SecretStr("sk_test_12345"))
    async with httpx.AsyncClient() as http:
        with pytest.raises(ForgedWebhook):
            await Stripe(keys, http).verify_webhook(event(INTENT), signed(event(INTENT), secret=""))


async def test_a_live_key_sends_no_withdrawal_to_the_platforms_own_bank(stripe: Double) -> None:
    keys = Settings(stripe_url=stripe.url, stripe_key=SecretStr("sk_live_12345"))
    async with httpx.AsyncClient(verify=False, trust_env=False, timeout=PATIENCE) as http:
        with pytest.raises(ProviderRefused) as refused:
            await Stripe(keys, http).create_payout(uuid4(), amount=5_000, currency="USD", destination={"iban": "DE89"})
    assert refused.value.reason == "payouts_not_offered"
    answer = await stripe.http.get("/v1/payouts", headers={"authorization": "Bearer sk_test_double"})
    assert answer.json()["data"] == []
