"""Payments by card, from the payer's request to the end."""

import asyncio
from collections import Counter
from datetime import timedelta
from typing import Any
from uuid import uuid4

import pytest

from amigok_chassis import clock
from amigok_chassis.metrics import STUCK
from amigok_chassis.testing import Rig
from amigok_contracts.payment import PaymentCompleted, PaymentFailed
from amigok_contracts.wallet import DepositRequested
from payment.providers.breaker import FAILURES
from services.payment.tests.conftest import PRICE, Double, Order, Payer, gauge, make_due


async def test_a_card_is_asked_for_and_charged_when_the_payer_confirms(rig: Rig, payer: Payer, stripe: Double) -> None:
    begun = await payer.deposit()
    assert (begun["state"], begun["provider"], begun["amount"]["amount"]) == ("requires_action", "stripe", "240.00")
    assert "_secret_" in begun["client_secret"]
    done = await payer.confirm(begun, await stripe.card())
    assert (done["state"], done["client_secret"]) == ("completed", None)
    [told] = await rig.events(PaymentCompleted)
    assert (str(told.payment_id), told.amount, told.purpose, told.order_id) == (begun["id"], PRICE, "deposit", None)


async def test_the_payers_secret_is_nowhere_kept(rig: Rig, payer: Payer) -> None:
    begun = await payer.deposit(key="my-deposit")
    for table in ("payments", "idempotency_keys", "outbox", "webhooks"):
        kept = await rig.db.fetch(f"SELECT count(*) AS n FROM {table} AS row WHERE row::text ~ '_secret_'")
        assert kept[0]["n"] == 0, table
    assert "client_secret" not in await payer.get(begun)


async def test_a_saved_card_is_charged_at_once(rig: Rig, payer: Payer) -> None:
    done = await payer.deposit(saved_method=await payer.saved())
    assert done["state"] == "completed"
    assert len(await rig.events(PaymentCompleted)) == 1


async def test_anothers_saved_card_is_not_charged(rig: Rig, payer: Payer, stripe: Double) -> None:
    theirs = await Payer(rig, stripe).saved()
    for card in (theirs, "pm_unknown"):
        refused = await payer.deposit(saved_method=card, status=422)
        assert refused["code"] == "saved_method_unknown"
    await payer.saved()
    assert (await payer.deposit(saved_method=theirs, status=422))["code"] == "saved_method_unknown"


async def test_a_declined_card_can_be_followed_by_another(rig: Rig, payer: Payer, stripe: Double) -> None:
    begun = await payer.deposit()
    declined = await payer.confirm(begun, await stripe.card("4000000000000341"))
    assert (declined["state"], declined["reason"]) == ("declined", "card_declined")
    assert declined["client_secret"]
    assert (await payer.confirm(begun, await stripe.card()))["state"] == "completed"
    assert await rig.events(PaymentFailed) == []


@pytest.mark.parametrize(("success", "state"), [(True, "completed"), (False, "declined")])
async def test_three_d_secure_waits_for_the_payer(payer: Payer, stripe: Double, success: bool, state: str) -> None:
    begun = await payer.deposit()
    asked = await payer.confirm(begun, await stripe.card("4000002500003155"))
    assert asked["state"] == "requires_action"
    intent = asked["client_secret"].split("_secret_")[0]
    await stripe.control(f"payment_intents/{intent}/authenticate", success=success)
    assert (await payer.confirm(begun))["state"] == state


async def test_a_card_whose_payer_failed_stays_declined_when_it_is_sent_again(payer: Payer, stripe: Double) -> None:
    begun, card = await payer.deposit(), await stripe.card("4000002500003155")
    asked = await payer.confirm(begun, card)
    intent = asked["client_secret"].split("_secret_")[0]
    await stripe.control(f"payment_intents/{intent}/authenticate", success=False)
    again = await payer.confirm(begun, card)
    assert (again["state"], again["reason"]) == ("declined", "authentication_failed")


async def test_a_replay_answers_with_how_the_payment_is_now(rig: Rig, payer: Payer, stripe: Double) -> None:
    begun = await payer.deposit(key="my-deposit")
    again = await payer.deposit(key="my-deposit")
    assert again == begun
    await payer.confirm(begun, await stripe.card())
    assert (await payer.deposit(key="my-deposit"))["state"] == "completed"
    refused = await payer.deposit("250.00", key="my-deposit", status=422)
    assert refused["code"] == "idempotency_key_reused"


@pytest.mark.parametrize("work", [True, False])
async def test_a_lost_answer_is_unknown_until_it_is_known(rig: Rig, payer: Payer, stripe: Double, work: bool) -> None:
    card = await payer.saved()
    await stripe.control("faults", method="POST", path="/v1/payment_intents*", work=work, answer="reset")
    begun = await payer.deposit(saved_method=card, status=202)
    assert (begun["state"], begun["client_secret"]) == ("unknown", None)
    await make_due(rig)
    await rig.run_task("poll_payment")
    assert (await payer.get(begun))["state"] == "completed"
    assert len(await charges(stripe)) == 1
    assert len(await rig.events(PaymentCompleted)) == 1


async def charges(stripe: Double) -> list[Any]:
    answer = await stripe.http.get("/v1/charges", headers={"authorization": "Bearer sk_test_double"})
    return list(answer.json()["data"])


@pytest.mark.parametrize("reference", [True, False])
async def test_a_crash_between_call_and_commit_charges_once(
    rig: Rig, payer: Payer, stripe: Double, reference: bool
) -> None:
    """As after a crash before the answer was applied: the row is as it was before the call."""
    done = await payer.deposit(saved_method=await payer.saved())
    before = "reference = NULL, charge_reference = NULL, " if reference else ""
    await rig.db.fetch(f"UPDATE payments SET {before}state = 'created', ended_at = NULL, due_at = now()")
    await rig.db.fetch("DELETE FROM outbox")
    await rig.run_task("poll_payment")
    assert (await payer.get(done))["state"] == "completed"
    assert len(await charges(stripe)) == 1
    assert len(await rig.events(PaymentCompleted)) == 1


async def test_a_crash_before_the_call_is_made_up_for(rig: Rig, payer: Payer, stripe: Double) -> None:
    await stripe.control("faults", method="POST", path="/v1/payment_intents", work=False, answer="reset")
    begun = await payer.deposit(status=202)
    await make_due(rig)
    await rig.run_task("poll_payment")
    assert (await payer.get(begun))["state"] == "requires_action"
    assert "_secret_" in (await payer.confirm(begun))["client_secret"]


async def test_who_confirms_at_the_same_time_is_charged_once(rig: Rig, payer: Payer, stripe: Double) -> None:
    begun, card = await payer.deposit(), await stripe.card()
    await asyncio.gather(*(payer.confirm(begun, card) for _ in range(5)))
    assert (await payer.confirm(begun))["state"] == "completed"
    assert len(await charges(stripe)) == 1
    assert len(await rig.events(PaymentCompleted)) == 1


async def test_a_payment_that_nobody_makes_is_cancelled_at_the_provider(rig: Rig, payer: Payer, stripe: Double) -> None:
    begun = await payer.deposit()
    clock.set_offset(timedelta(hours=25))
    await rig.run_task("poll_payment")
    shown = await payer.get(begun)
    assert (shown["state"], shown["reason"]) == ("cancelled", "expired")
    [told] = await rig.events(PaymentFailed)
    assert (str(told.payment_id), told.reason) == (begun["id"], "expired")


async def test_a_payment_that_was_made_when_it_expires_is_completed(rig: Rig, payer: Payer, stripe: Double) -> None:
    begun = await payer.deposit()
    intent = begun["client_secret"].split("_secret_")[0]
    await stripe.ask(f"/v1/payment_intents/{intent}/confirm", payment_method=await stripe.card())
    clock.set_offset(timedelta(hours=25))
    await rig.run_task("poll_payment")
    shown = await payer.get(begun)
    assert (shown["state"], shown["reason"]) == ("completed", None)
    assert await rig.events(PaymentFailed) == []


async def test_a_deposit_that_the_wallet_announced_is_paid_under_its_id(rig: Rig, payer: Payer, stripe: Double) -> None:
    wanted = DepositRequested(deposit_id=uuid4(), user_id=payer.id, amount=PRICE, method="card")
    await rig.deliver(wanted, wanted)
    await rig.run_task("poll_payment")
    shown = await payer.get({"id": wanted.deposit_id})
    assert (shown["state"], shown["purpose"]) == ("requires_action", "deposit")
    assert (await payer.confirm(shown, await stripe.card()))["state"] == "completed"


async def test_a_deposit_by_a_method_without_a_key_fails(rig: Rig, payer: Payer) -> None:
    await rig.deliver(DepositRequested(deposit_id=uuid4(), user_id=payer.id, amount=PRICE, method="paypal"))
    await rig.run_task("poll_payment")
    [told] = await rig.events(PaymentFailed)
    assert told.reason == "method_not_offered"


async def test_only_what_is_offered_is_taken(payer: Payer) -> None:
    assert await payer.ask("GET", "payments/methods-offered", 200) == {
        "methods": ["card", "bank_transfer", "crypto"],
        "stripe_publishable_key": None,
    }
    assert (await payer.deposit(method="paypal", status=422))["code"] == "method_not_offered"
    assert (await payer.deposit(method="crypto", currency="EUR", status=422))["code"] == "method_not_offered"
    for amount in ("4.99", "50000.01"):
        refused = await payer.deposit(amount, status=422)
        assert (refused["code"], refused["detail"]) == (
            "amount_out_of_bounds",
            "You can pay from 5.00 to 50000.00 USD at once.",
        )


async def test_a_payment_is_its_payers_and_the_administrators(rig: Rig, payer: Payer, stripe: Double) -> None:
    begun, other = await payer.deposit(), Payer(rig, stripe)
    for method, path, body in [
        ("GET", f"payments/{begun['id']}", None),
        ("POST", "payments/confirm", {"payment_id": begun["id"]}),
    ]:
        assert (await other.ask(method, path, 404, json=body))["code"] == "payment_not_found"
    assert (await other.ask("GET", f"payments/{begun['id']}", 200, role="admin"))["id"] == begun["id"]
    await other.ask("GET", "admin/payments", 403)
    [shown] = (await other.ask("GET", f"admin/payments?user_id={payer.id}", 200, role="admin"))["items"]
    assert shown["id"] == begun["id"]


async def test_the_history_comes_in_pages_and_is_ones_own(rig: Rig, payer: Payer, stripe: Double) -> None:
    made = [(await payer.deposit())["id"] for _ in range(3)]
    await Payer(rig, stripe).deposit()
    await payer.confirm({"id": made[0]}, await stripe.card())
    first = await payer.ask("GET", "payments/history?limit=2", 200)
    rest = await payer.ask("GET", f"payments/history?limit=2&cursor={first['next_cursor']}", 200)
    assert [each["id"] for each in (*first["items"], *rest["items"])] == made[::-1]
    done = await payer.ask("GET", "payments/history?state=completed&purpose=deposit", 200)
    assert [each["id"] for each in done["items"]] == [made[0]]


async def test_a_client_that_is_faster_than_the_broker_waits_for_its_order(rig: Rig, payer: Payer) -> None:
    order = Order(payer.id)
    begun = asyncio.create_task(payer.pay(order))
    await asyncio.sleep(0.1)
    await rig.deliver(order.placed())
    assert (await begun)["state"] == "requires_action"


async def test_an_order_is_paid_by_its_buyer_once(rig: Rig, payer: Payer, stripe: Double) -> None:
    order = Order(payer.id)
    assert (await payer.pay(order, status=404))["code"] == "order_not_found"
    await rig.deliver(order.placed())
    assert (await Payer(rig, stripe).pay(order, status=404))["code"] == "order_not_found"
    begun = await payer.pay(order, key="pay-order")
    assert begun["amount"] == {"amount": "240.00", "currency": "USD"}
    assert (await payer.pay(order, status=409))["code"] == "payment_under_way"
    assert (await payer.pay(order, key="pay-order"))["id"] == begun["id"]
    await payer.confirm(begun, await stripe.card())
    assert (await payer.pay(order, status=409))["code"] == "order_paid"
    [told] = await rig.events(PaymentCompleted)
    assert (told.order_id, told.purpose) == (order.id, "order")


async def test_an_order_that_ended_or_is_paid_from_the_wallet_is_not_paid(rig: Rig, payer: Payer) -> None:
    ended, theirs = Order(payer.id), Order(payer.id, pay_with="wallet")
    await rig.deliver(ended.placed(), ended.cancelled(), theirs.placed())
    assert (await payer.pay(ended, status=409))["code"] == "order_ended"
    assert (await payer.pay(theirs, status=409))["code"] == "order_paid_from_wallet"


async def test_payments_of_an_order_end_with_it(rig: Rig, payer: Payer) -> None:
    order = Order(payer.id)
    await rig.deliver(order.placed())
    begun = await payer.pay(order)
    await rig.deliver(order.cancelled())
    await rig.run_task("poll_payment")
    assert (await payer.get(begun))["state"] == "cancelled"


async def test_of_two_payments_for_an_order_at_once_one_is_made(rig: Rig, payer: Payer) -> None:
    order = Order(payer.id)
    await rig.deliver(order.placed())
    body = {"purpose": "order", "method": "card", "order_id": str(order.id)}
    path = "/api/v1/payments/create"
    answers = await asyncio.gather(*(rig.request("POST", path, user=payer.id, json=body) for _ in range(4)))
    assert sorted(answer.status_code for answer in answers) == [201, 409, 409, 409]


async def test_an_order_that_ended_meanwhile_charges_no_saved_card(rig: Rig, payer: Payer, stripe: Double) -> None:
    """The request never arrived. When the poller runs, the order has ended."""
    order = Order(payer.id)
    await rig.deliver(order.placed())
    card = await payer.saved()
    await stripe.control("faults", method="POST", path="/v1/payment_intents", work=False, answer="reset")
    begun = await payer.pay(order, saved_method=card, status=202)
    await rig.deliver(order.cancelled())
    for _ in range(2):
        await make_due(rig)
        await rig.run_task("poll_payment")
    assert (await payer.get(begun))["state"] == "cancelled"
    assert await charges(stripe) == []


async def test_a_saved_card_that_was_charged_before_the_order_ended_was_charged(
    rig: Rig, payer: Payer, stripe: Double
) -> None:
    order = Order(payer.id)
    await rig.deliver(order.placed())
    card = await payer.saved()
    await stripe.control("faults", method="POST", path="*/confirm", answer="reset")
    begun = await payer.pay(order, saved_method=card, status=202)
    await rig.deliver(order.cancelled())
    for _ in range(2):
        await make_due(rig)
        await rig.run_task("poll_payment")
    assert (await payer.get(begun))["state"] == "completed"
    assert len(await charges(stripe)) == 1


@pytest.mark.parametrize(("saved", "state"), [(False, "cancelled"), (True, "unknown")])
async def test_when_keys_are_forgotten_nothing_is_asked_for_anew(
    rig: Rig, payer: Payer, stripe: Double, saved: bool, state: str
) -> None:
    card = {"saved_method": await payer.saved()} if saved else {}
    await stripe.control("faults", method="POST", path="/v1/payment_intents", work=False, answer="reset")
    begun = await payer.deposit(status=202, **card)
    clock.set_offset(timedelta(hours=21))
    await rig.run_task("poll_payment")
    assert (await payer.get(begun))["state"] == state
    answer = await stripe.http.get("/v1/payment_intents", headers={"authorization": "Bearer sk_test_double"})
    assert answer.json()["data"] == []


async def test_a_payer_who_gives_a_payment_up_may_pay_the_order_in_another_way(
    rig: Rig, payer: Payer, stripe: Double
) -> None:
    order = Order(payer.id)
    await rig.deliver(order.placed())
    begun = await payer.pay(order)
    path = f"payments/{begun['id']}/cancel"
    assert (await Payer(rig, stripe).ask("POST", path, 404))["code"] == "payment_not_found"
    for _ in range(2):
        assert (await payer.ask("POST", path, 200))["state"] == "cancelled"
    again = await payer.pay(order)
    await payer.confirm(again, await stripe.card())
    assert (await payer.get(again))["state"] == "completed"
    assert (await payer.ask("POST", f"payments/{again['id']}/cancel", 200))["state"] == "completed"
    assert len(await charges(stripe)) == 1


async def test_a_payment_that_was_made_while_it_is_given_up_is_made(rig: Rig, payer: Payer, stripe: Double) -> None:
    begun = await payer.deposit()
    await asyncio.gather(
        payer.confirm(begun, await stripe.card()), payer.ask("POST", f"payments/{begun['id']}/cancel", 200)
    )
    for _ in range(2):
        await make_due(rig)
        await rig.run_task("poll_payment")
    paid = await charges(stripe)
    assert (await payer.get(begun))["state"] == ("completed" if paid else "cancelled")


async def test_nobody_has_any_number_of_payments_waiting(rig: Rig, payer: Payer) -> None:
    for _ in range(20):
        await payer.deposit()
    assert (await payer.deposit(status=409))["code"] == "too_many_payments"
    clock.set_offset(timedelta(hours=25))
    await rig.run_task("poll_payment")
    await payer.deposit()


async def test_asking_for_many_payments_at_once_gets_no_more_of_them(rig: Rig, payer: Payer) -> None:
    body = {"purpose": "deposit", "method": "card", "amount": {"amount": "20.00", "currency": "USD"}}
    asked = (rig.request("POST", "/api/v1/payments/create", user=payer.id, json=body) for _ in range(30))
    answers = await asyncio.gather(*asked)
    assert Counter(answer.status_code for answer in answers) == {201: 20, 409: 10}


async def test_deposits_of_the_wallet_count_among_those_that_wait(rig: Rig, payer: Payer) -> None:
    about: Any = {"user_id": payer.id, "amount": PRICE, "method": "card"}
    asked = [DepositRequested(deposit_id=uuid4(), **about) for _ in range(21)]
    await rig.deliver(*asked, asked[-1])
    [told] = await rig.events(PaymentFailed)
    assert (told.payment_id, told.reason) == (asked[-1].deposit_id, "too_many_payments")
    assert (await payer.deposit(status=409))["code"] == "too_many_payments"


async def test_what_stays_unknown_is_for_people_to_look_at(rig: Rig, payer: Payer, stripe: Double) -> None:
    await stripe.control("faults", method="POST", path="/v1/payment_intents", answer=500)
    await payer.deposit(status=202)
    for _ in range(8):
        await make_due(rig)
        await rig.run_task("poll_payment")
    assert await gauge(rig, STUCK) == 1


async def test_while_a_provider_does_not_answer_nothing_is_begun(rig: Rig, payer: Payer, stripe: Double) -> None:
    begun = await payer.deposit()
    for _ in range(5):
        await stripe.control("faults", method="GET", path="/v1/payment_intents/*", work=False, answer="reset")
        assert (await payer.confirm(begun))["state"] == "unknown"
    for refused in (await payer.deposit(status=503), await payer.confirm(begun, "pm_card_visa", 503)):
        assert refused["code"] == "provider_unavailable"
    assert len(await rig.db.fetch("SELECT FROM payments")) == 1


async def test_who_asks_for_the_same_many_times_at_once_stops_nobody_else(
    rig: Rig, payer: Payer, stripe: Double
) -> None:
    begun = await payer.deposit()
    await stripe.control("faults", path="/v1/payment_intents/*/confirm", held=True)
    card, answers = await stripe.card(), asyncio.Queue[Any]()

    async def confirm() -> None:
        answers.put_nowait(await payer.confirm(begun, card))

    asked = [asyncio.create_task(confirm()) for _ in range(FAILURES + 2)]
    for _ in asked[1:]:
        await answers.get()
    assert (await Payer(rig, stripe).deposit())["state"] == "requires_action"
    await stripe.control("faults/release")
    await asyncio.gather(*asked)
    assert (await payer.confirm(begun))["state"] == "completed"
