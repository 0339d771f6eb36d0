"""Stripe's double, asked by Stripe's own library."""

import asyncio
import sys

import httpx
import pytest
import stripe as library

from tests.simulators.conftest import SECRET, Stripe

# The library hands its forms to httpx by an argument that httpx renamed.
pytestmark = pytest.mark.filterwarnings("ignore:Use .content=:DeprecationWarning")

PAID = {"amount": 1000, "currency": "usd", "payment_method": "pm_card_visa", "confirm": True}
PAYOUT = {"amount": 5, "currency": "usd"}


async def test_the_same_key_answers_the_same_and_pays_once(stripe: Stripe) -> None:
    intents = stripe.client.v1.payment_intents
    first = await intents.create_async(PAID, {"idempotency_key": "a"})
    again = await intents.create_async(PAID, {"idempotency_key": "a"})
    assert (first.id, first.status) == (again.id, "succeeded")
    assert again.last_response.headers["idempotent-replayed"] == "true"
    with pytest.raises(library.IdempotencyError):
        await intents.create_async(PAID | {"amount": 2}, {"idempotency_key": "a"})
    assert (await stripe.listener.event()).type == "payment_intent.succeeded"


async def test_a_decline_is_replayed(stripe: Stripe) -> None:
    declined = PAID | {"payment_method": "pm_card_chargeCustomerFail"}
    charges = set()
    for _ in range(2):
        with pytest.raises(library.CardError) as error:
            await stripe.client.v1.payment_intents.create_async(declined, {"idempotency_key": "a"})
        assert error.value.error.type == "card_error"
        charges.add(error.value.json_body["error"]["charge"])
    assert len(charges) == 1


async def test_a_key_in_use_is_refused(stripe: Stripe) -> None:
    await stripe.control("faults", method="POST", path="/v1/payouts", held=True)
    asked = {"data": PAYOUT, "headers": {"idempotency-key": "a"}}
    both = {asyncio.create_task(stripe.http.post("/v1/payouts", **asked)) for _ in range(2)}
    refused, held = await asyncio.wait(both, return_when=asyncio.FIRST_COMPLETED)
    assert [each.result().json()["error"]["code"] for each in refused] == ["idempotency_key_in_use"]
    await stripe.control("faults/release")
    assert [(await each).status_code for each in held] == [200]


async def test_a_lost_answer_was_still_carried_out(stripe: Stripe) -> None:
    await stripe.control("faults", method="POST", answer="reset")
    asked = {"data": PAYOUT, "headers": {"idempotency-key": "a"}}
    with pytest.raises(httpx.NetworkError):
        await stripe.http.post("/v1/payouts", **asked)
    again = await stripe.http.post("/v1/payouts", **asked)
    assert again.headers["idempotent-replayed"] == "true"
    assert (await stripe.listener.event()).data.object.id == again.json()["id"]


@pytest.mark.parametrize("status", [429, 500])
async def test_failures_come_in_stripes_words(stripe: Stripe, status: int) -> None:
    await stripe.control("faults", path="/v1/payouts*", work=False, answer=status)
    with pytest.raises(library.RateLimitError if status == 429 else library.APIError) as error:
        await stripe.client.v1.payouts.list_async(options={"max_network_retries": 0})
    assert ("retry-after" in error.value.headers) == (status == 429)


async def test_a_connection_is_reset(stripe: Stripe) -> None:
    await stripe.control("faults", work=False, answer="reset")
    with pytest.raises(httpx.NetworkError):
        await stripe.http.get("/v1/payouts")


@pytest.mark.parametrize(
    ("status", "also_told", "moved"), [("won", {"funds_reinstated"}, [-2500, 1000]), ("lost", set(), [-2500])]
)
async def test_a_dispute_takes_the_money_and_gives_it_back_only_when_won(
    stripe: Stripe, status: str, also_told: set[str], moved: list[int]
) -> None:
    intent = await stripe.client.v1.payment_intents.create_async(PAID | {"expand": ["latest_charge"]})
    assert (await stripe.listener.event()).type == "payment_intent.succeeded"
    dispute = await stripe.control("disputes", charge=intent.latest_charge.id)
    await stripe.control(f"disputes/{dispute['id']}/close", status=status)
    told = {"created", "funds_withdrawn", "closed"} | also_told
    assert {(await stripe.listener.event()).type for _ in told} == {f"charge.dispute.{name}" for name in told}
    found = await stripe.client.v1.disputes.retrieve_async(dispute["id"])
    assert (found.status, [row.net for row in found.balance_transactions]) == (status, moved)
    assert (await stripe.client.v1.disputes.list_async()).data == [found]


@pytest.mark.parametrize(("success", "status"), [(True, "succeeded"), (False, "payment_failed")])
async def test_three_d_secure_waits_for_the_payer(stripe: Stripe, success: bool, status: str) -> None:
    card = {"number": "4000002500003155", "exp_month": 12, "exp_year": 2030, "cvc": "123"}
    method = await stripe.client.v1.payment_methods.create_async({"type": "card", "card": card})
    intent = await stripe.client.v1.payment_intents.create_async(PAID | {"payment_method": method.id})
    assert intent.status == "requires_action"
    await stripe.control(f"payment_intents/{intent.id}/authenticate", success=success)
    assert (await stripe.listener.event()).type == f"payment_intent.{status}"


async def test_refunds_never_exceed_the_charge(stripe: Stripe) -> None:
    intent = await stripe.client.v1.payment_intents.create_async(PAID)
    refunds, of = stripe.client.v1.refunds, {"payment_intent": intent.id}
    await refunds.create_async(of | {"amount": 400})
    with pytest.raises(library.InvalidRequestError, match=r"greater than unrefunded amount"):
        await refunds.create_async(of | {"amount": 601})
    assert (await refunds.create_async(of)).amount == 600
    with pytest.raises(library.InvalidRequestError) as error:
        await refunds.create_async(of)
    assert error.value.code == "charge_already_refunded"


async def test_an_unpaid_intent_has_nothing_to_refund(stripe: Stripe) -> None:
    unpaid = await stripe.client.v1.payment_intents.create_async({"amount": 1000, "currency": "usd"})
    with pytest.raises(library.InvalidRequestError):
        await stripe.client.v1.refunds.create_async({"payment_intent": unpaid.id})


@pytest.mark.parametrize("status", ["paid", "failed"])
async def test_a_payout_arrives_or_fails(stripe: Stripe, status: str) -> None:
    payout = await stripe.client.v1.payouts.create_async(PAYOUT | {"metadata": {"farm": "7"}})
    assert (payout.status, payout.metadata["farm"]) == ("pending", "7")
    assert (await stripe.listener.event()).type == "payout.created"
    await stripe.control(f"payouts/{payout.id}/close", status=status)
    assert (await stripe.listener.event()).type == f"payout.{status}"
    assert (await stripe.client.v1.payouts.retrieve_async(payout.id)).status == status


async def test_lists_come_in_pages_the_newest_first(stripe: Stripe) -> None:
    payouts = stripe.client.v1.payouts
    ids = [(await payouts.create_async(PAYOUT)).id for _ in range(3)]
    pages = await payouts.list_async({"limit": 2})
    assert [payout.id async for payout in pages.auto_paging_iter()] == ids[::-1]


async def test_bad_requests_are_refused_in_stripes_words(stripe: Stripe) -> None:
    payouts, codes = stripe.client.v1.payouts, []
    for ask in (
        payouts.create_async({"amount": 5}),
        payouts.list_async({"status": "paid"}),
        payouts.retrieve_async("po_unknown"),
    ):
        with pytest.raises(library.InvalidRequestError) as error:
            await ask
        codes.append(error.value.code)
    assert codes == ["parameter_missing", "parameter_unknown", "resource_missing"]


async def test_a_refused_webhook_comes_again_with_the_same_id(stripe: Stripe) -> None:
    stripe.listener.answers = [500]
    await stripe.client.v1.payouts.create_async(PAYOUT)
    first, second = await stripe.listener.event(), await stripe.listener.event()
    assert (first.id, first.type) == (second.id, "payout.created")


async def test_held_webhooks_come_backwards(stripe: Stripe) -> None:
    await stripe.control("webhooks/faults", event="payout.*", times=2, held=True)
    payout = await stripe.client.v1.payouts.create_async(PAYOUT)
    await stripe.control(f"payouts/{payout.id}/close", status="paid")
    await stripe.control("webhooks/release")
    assert [(await stripe.listener.event()).type for _ in range(2)] == ["payout.paid", "payout.created"]


async def test_webhooks_come_twice_or_never(stripe: Stripe) -> None:
    for copies in (0, 2):
        await stripe.control("webhooks/faults", copies=copies)
    ids = [(await stripe.client.v1.payouts.create_async(PAYOUT)).id for _ in range(2)]
    heard = [await stripe.listener.event() for _ in range(2)]
    assert {event.data.object.id for event in heard} == {ids[1]}
    assert len({event.id for event in heard}) == 1


@pytest.mark.parametrize("signature", ["wrong", "stale"])
async def test_a_bad_signature_does_not_verify(stripe: Stripe, signature: str) -> None:
    await stripe.control("webhooks/faults", signature=signature)
    await stripe.client.v1.payouts.create_async(PAYOUT)
    with pytest.raises(library.SignatureVerificationError):
        await stripe.listener.event()


async def test_it_runs_as_a_program(stripe: Stripe) -> None:
    program = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "tests.simulators.stripe", "--port", "0"),
        *("--webhook", stripe.listener.url, "--secret", SECRET),
        stdout=asyncio.subprocess.PIPE,
    )
    try:
        url = (await program.stdout.readline()).decode().strip()
        payout = (await stripe.http.post(f"{url}/v1/payouts", data=PAYOUT)).json()
        assert (await stripe.listener.event()).data.object.id == payout["id"]
    finally:
        program.terminate()
        await program.wait()
