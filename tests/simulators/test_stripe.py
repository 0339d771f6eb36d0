"""Stripe's double, asked by Stripe's own library."""

import asyncio
import sys

import httpx
import pytest
import stripe as library

from tests.simulators.conftest import SECRET, Stripe
from tests.simulators.stripe.app import stripe as stripe_double

# The library hands its forms to httpx by an argument that httpx renamed.
pytestmark = pytest.mark.filterwarnings("ignore:Use .content=:DeprecationWarning")

PAID = {"amount": 1000, "currency": "usd", "payment_method": "pm_card_visa", "confirm": True}
PAYOUT = {"amount": 5, "currency": "usd"}


async def told(stripe: Stripe, *, of: str) -> list[str]:
    """Lists the types of all events of one kind of object, oldest first."""
    events = await stripe.client.v1.events.list_async({"limit": 100})
    return [event.type async for event in events.auto_paging_iter() if event.type.startswith(of)][::-1]


async def test_the_same_key_answers_the_same_and_pays_once(stripe: Stripe) -> None:
    intents = stripe.client.v1.payment_intents
    first = await intents.create_async(PAID, {"idempotency_key": "a"})
    again = await intents.create_async(PAID, {"idempotency_key": "a"})
    assert (first.id, first.status) == (again.id, "succeeded")
    assert again.last_response.headers["idempotent-replayed"] == "true"
    with pytest.raises(library.IdempotencyError):
        await intents.create_async(PAID | {"amount": 2}, {"idempotency_key": "a"})
    assert (await stripe.listener.event("payment_intent.succeeded")).data.object.id == first.id


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


@pytest.mark.parametrize(("status", "moved"), [("won", [-2500, 1000]), ("lost", [-2500])])
async def test_a_dispute_takes_the_money_and_gives_it_back_only_when_won(
    stripe: Stripe, status: str, moved: list[int]
) -> None:
    intent = await stripe.client.v1.payment_intents.create_async(PAID)
    dispute = await stripe.control("disputes", charge=intent.latest_charge)
    assert (dispute["charge"], dispute["payment_intent"]) == (intent.latest_charge, intent.id)
    for _ in range(2):
        await stripe.control(f"disputes/{dispute['id']}/close", status=status)
    reinstated = ["funds_reinstated"] if status == "won" else []
    expected = ["created", "funds_withdrawn", "closed", *reinstated]
    assert await told(stripe, of="charge.dispute") == [f"charge.dispute.{name}" for name in expected]
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
    assert (await stripe.listener.event(f"payment_intent.{status}")).data.object.id == intent.id


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


async def test_an_intent_is_paid_with_another_card_after_a_decline(stripe: Stripe) -> None:
    intents = stripe.client.v1.payment_intents
    intent = await intents.create_async({"amount": 1000, "currency": "usd"})
    with pytest.raises(library.CardError) as error:
        await intents.confirm_async(intent.id, {"payment_method": "pm_card_chargeDeclinedInsufficientFunds"})
    assert (error.value.code, error.value.error.decline_code) == ("card_declined", "insufficient_funds")
    assert (await intents.retrieve_async(intent.id)).status == "requires_payment_method"
    paid = await intents.confirm_async(intent.id, {"payment_method": "pm_card_visa"})
    assert paid.status == "succeeded"
    names = ["created", "payment_failed", "succeeded"]
    assert await told(stripe, of="payment_intent.") == [f"payment_intent.{name}" for name in names]
    with pytest.raises(library.InvalidRequestError) as unexpected:
        await intents.cancel_async(intent.id)
    assert unexpected.value.code == "payment_intent_unexpected_state"


@pytest.mark.parametrize(("success", "status"), [(True, "succeeded"), (False, "requires_payment_method")])
@pytest.mark.parametrize(
    ("type", "waits"),
    [("us_bank_account", "processing"), ("crypto", "processing"), ("customer_balance", "requires_action")],
)
async def test_what_settles_later_waits(stripe: Stripe, type: str, waits: str, success: bool, status: str) -> None:
    intents = stripe.client.v1.payment_intents
    intent = await intents.create_async({"amount": 1000, "currency": "usd", "payment_method_types": [type]})
    with pytest.raises(library.InvalidRequestError):
        await intents.confirm_async(intent.id, {"payment_method": "pm_card_visa"})
    intent = await intents.confirm_async(intent.id, {"payment_method_data": {"type": type}})
    assert intent.status == waits
    await stripe.control(f"payments/{intent.id}/settle", success=success)
    assert (await intents.retrieve_async(intent.id)).status == status


async def test_what_a_form_shows_is_found_by_our_own_id(stripe: Stripe) -> None:
    intents = stripe.client.v1.payment_intents
    intent = await intents.create_async({"amount": 1000, "currency": "usd", "metadata": {"payment": "our-own"}})
    await stripe.control("payments/our-own/pay", payment_method="pm_card_threeDSecure2Required")
    await stripe.control("payments/our-own/authenticate")
    assert (await intents.retrieve_async(intent.id)).status == "succeeded"


async def test_the_banks_page_sends_the_payer_back(stripe: Stripe) -> None:
    card = {"payment_method": "pm_card_threeDSecure2Required", "return_url": "http://127.0.0.1:1/back"}
    intent = await stripe.client.v1.payment_intents.create_async(PAID | card)
    page = intent.next_action.redirect_to_url.url
    sent = await stripe.http.get(page)
    assert (sent.status_code, sent.headers["location"]) == (303, "http://127.0.0.1:1/back")
    assert (await stripe.http.get(page)).status_code == 404
    assert (await stripe.client.v1.payment_intents.retrieve_async(intent.id)).status == "succeeded"


async def test_a_refund_may_come_back(stripe: Stripe) -> None:
    intent = await stripe.client.v1.payment_intents.create_async(PAID)
    about = {"payment_intent": intent.id, "amount": 400, "metadata": {"refund_id": "our-own"}}
    refund = await stripe.client.v1.refunds.create_async(about)
    charge = (await stripe.listener.event("charge.refunded")).data.object
    assert (refund.status, charge.amount_refunded) == ("succeeded", 400)
    for name in ("our-own", refund.id):
        await stripe.control(f"refunds/{name}/close", status="failed")
    assert (await stripe.listener.event("refund.failed")).data.object.id == refund.id
    moved = await stripe.client.v1.balance_transactions.list_async({"source": refund.id})
    assert [row.amount for row in moved.data] == [400, -400]
    assert (await stripe.client.v1.refunds.create_async({"payment_intent": intent.id})).amount == 1000


async def test_the_balance_is_what_moved(stripe: Stripe) -> None:
    v1 = stripe.client.v1
    begun = (await v1.balance.retrieve_async()).available[0].amount
    intents = [await v1.payment_intents.create_async(PAID) for _ in range(3)]
    await v1.refunds.create_async({"payment_intent": intents[0].id, "amount": 400})
    dispute = await stripe.control(f"payments/{intents[1].id}/dispute")
    await stripe.control(f"disputes/{dispute['id']}/close", status="won")
    await stripe.control(f"payments/{intents[2].id}/dispute")
    payouts = [await v1.payouts.create_async(PAYOUT) for _ in range(2)]
    await stripe.control(f"payouts/{payouts[0].id}/close", status="paid")
    await stripe.control(f"payouts/{payouts[1].id}/close", status="failed")
    day = {"created": {"gte": intents[0].created, "lt": intents[0].created + 86_400}, "limit": 4}
    rows = [row async for row in (await v1.balance_transactions.list_async(day)).auto_paging_iter()][::-1]
    charge, lost, won = ("charge", 1000, 59), ("adjustment", -1000, 1500), ("adjustment", 1000, 0)
    paid, returned = ("payout", -5, 0), ("payout_failure", 5, 0)
    expected = [charge] * 3 + [("refund", -400, 0), lost, won, lost, paid, paid, returned]
    assert [(row.type, row.amount, row.fee) for row in rows] == expected
    assert all(row.net == row.amount - row.fee for row in rows)
    assert (await v1.balance.retrieve_async()).available[0].amount == begun + sum(row.net for row in rows)
    assert (await v1.balance_transactions.list_async({"created": {"lt": intents[0].created}})).data == []


async def test_fees_are_as_told(stripe: Stripe) -> None:
    await stripe.control("fees", card={"millionths": 10_000, "fixed": 5})
    intent = await stripe.client.v1.payment_intents.create_async(
        PAID | {"expand": ["latest_charge.balance_transaction"]}
    )
    assert intent.latest_charge.balance_transaction.fee == 15


async def test_an_event_can_be_asked_for_again(stripe: Stripe) -> None:
    await stripe.client.v1.payouts.create_async(PAYOUT)
    heard = await stripe.listener.event("payout.created")
    assert (await stripe.client.v1.events.list_async({"type": "payout.created"})).data == [heard]
    assert await stripe.client.v1.events.retrieve_async(heard.id) == heard


async def test_no_more_is_paid_out_than_there_is(stripe: Stripe) -> None:
    with pytest.raises(library.InvalidRequestError) as error:
        await stripe.client.v1.payouts.create_async({"amount": 1_000_000_000, "currency": "usd"})
    assert error.value.code == "balance_insufficient"


async def test_a_customer_keeps_methods(stripe: Stripe) -> None:
    v1 = stripe.client.v1
    customer = await v1.customers.create_async({"metadata": {"user": "7"}})
    setup = await v1.setup_intents.create_async({"customer": customer.id, "payment_method_types": ["card"]})
    await stripe.control(f"setup_intents/{setup.id}/pay")
    saved = (await v1.setup_intents.retrieve_async(setup.id)).payment_method
    other = await v1.payment_methods.attach_async("pm_card_mastercard", {"customer": customer.id})
    with pytest.raises(library.CardError):
        await v1.payment_methods.attach_async("pm_card_chargeDeclined", {"customer": customer.id})
    listed = await v1.payment_methods.list_async({"customer": customer.id, "type": "card"})
    assert [method.id for method in listed.data] == [other.id, saved]
    await v1.customers.update_async(customer.id, {"invoice_settings": {"default_payment_method": saved}})
    mine = {"customer": customer.id, "payment_method": saved}
    assert (await v1.payment_intents.create_async(PAID | mine)).status == "succeeded"
    with pytest.raises(library.InvalidRequestError):
        await v1.payment_intents.create_async(PAID | {"payment_method": saved})
    await v1.payment_methods.detach_async(saved)
    assert (await v1.customers.retrieve_async(customer.id)).invoice_settings.default_payment_method is None
    assert len((await v1.payment_methods.list_async({"customer": customer.id})).data) == 1


async def test_a_disputed_charge_is_not_refunded(stripe: Stripe) -> None:
    intent = await stripe.client.v1.payment_intents.create_async(PAID | {"payment_method": "pm_card_createDispute"})
    assert (await stripe.listener.event("charge.dispute.created")).data.object.payment_intent == intent.id
    with pytest.raises(library.InvalidRequestError) as error:
        await stripe.client.v1.refunds.create_async({"payment_intent": intent.id})
    assert error.value.code == "charge_disputed"


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
        payouts.list_async({"colour": "blue"}),
        payouts.retrieve_async("po_unknown"),
    ):
        with pytest.raises(library.InvalidRequestError) as error:
            await ask
        codes.append(error.value.code)
    assert codes == ["parameter_missing", "parameter_unknown", "resource_missing"]


@pytest.mark.parametrize("path", ["payment_intents", "refunds", "payment_methods", "setup_intents", "charges/ch_1"])
async def test_odd_requests_are_the_askers_fault(stripe: Stripe, path: str) -> None:
    deep, null = "metadata[a][b][c][d][e][f][g]", "\u0000"
    for name in ("amount", "amount[]", "metadata", deep, "expand", "expand[0][x]", null):
        for value in ("-1", "9" * 400, null):
            for method, asked in (
                ("POST", {"data": {name: value}}),
                ("POST", {"files": {name: value.encode()}}),
                ("GET", {"params": {name: value, "limit": value, "starting_after": name}}),
            ):
                answer = await stripe.http.request(method, f"/v1/{path}", **asked)
                assert 400 <= answer.status_code < 500, (name, value, answer.text)


async def test_whoever_brings_no_key_is_refused(stripe: Stripe) -> None:
    assert (await stripe.http.get("/v1/balance", headers={"authorization": "Bearer nothing"})).status_code == 401


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


async def test_a_double_that_is_reset_knows_nothing_of_before() -> None:
    double = stripe_double("http://stripe.test", ())
    key = {"authorization": "Bearer sk_test_12345", "idempotency-key": "first"}
    transport = httpx.ASGITransport(double)
    async with httpx.AsyncClient(transport=transport, base_url="http://stripe.test", headers=key) as http:
        before = (await http.post("/v1/customers", data={"email": "ada@amigok.test"})).json()["id"]
        await http.post("/_control/faults", json={"answer": 500})
        await http.post("/_control/webhooks/endpoints", json={"url": "http://nowhere.test", "secret": "whsec"})
        await double.reset()
        assert double.sender.endpoints == []
        assert (await http.get(f"/v1/customers/{before}")).status_code == 404
        again = await http.post("/v1/customers", data={"email": "bob@amigok.test"})
        assert (again.status_code, again.json()["id"] == before) == (200, False)
    await double.sender.close()
