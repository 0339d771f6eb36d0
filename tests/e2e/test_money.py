"""Money in and out, from the seat of a client app: cards, PayPal, refunds, disputes, withdrawals, invoices."""

import asyncio
import secrets
from datetime import UTC, datetime, timedelta
from functools import partial
from typing import Any

import httpx
import pytest

from amigok import doubles
from amigok.client import Person
from amigok_chassis.patience import PATIENCE, until
from amigok_client import Problem
from payment.providers import paypal, stripe
from payment.settings import Settings


def usd(amount: str) -> dict[str, str]:
    return {"amount": amount, "currency": "USD"}


async def play(fleet: Any, path: str, **body: object) -> dict[str, Any]:
    """What the payer, the bank or the provider does."""
    return await asyncio.to_thread(doubles.play, fleet.state, path, body)


async def fault(fleet: Any, provider: str, kind: str, **fault: object) -> None:
    """Has the provider's double misbehave once."""
    url = f"{doubles.url(fleet.state, provider)}/_control/{kind}"
    async with httpx.AsyncClient(trust_env=False) as http:
        (await http.post(url, json=fault)).raise_for_status()


async def counted(fleet: Any, provider: str, what: str) -> int:
    """How many the provider's double has of something, such as requests that it does not answer."""
    async with httpx.AsyncClient(trust_env=False) as http:
        answer = await http.get(f"{doubles.url(fleet.state, provider)}/_control/{what}")
        return int(answer.json())


async def has_told_all(fleet: Any, provider: str) -> bool:
    """Whether all that the provider's double tells is heard; it tries again now what was refused."""
    await fault(fleet, provider, "webhooks/release")
    return await counted(fleet, provider, "webhooks/waiting") == 0


async def has(person: Person, available: str, held: str = "0.00") -> bool:
    """Whether the wallet comes to this, in a while."""

    async def look() -> bool:
        return await person.balance() == (available, held)

    try:
        return await until(look)
    except TimeoutError:
        assert await person.balance() == (available, held)
        raise


async def pay(fleet: Any, person: Person, method: str, **what: Any) -> dict[str, Any]:
    """Makes a payment whose payer does their part. Returns it as it has ended."""
    payment = await person.post("/payments/create", {"method": method, **what})
    await play(fleet, f"payments/{payment['id']}/pay", payment_method="pm_card_visa")
    await person.post("/payments/confirm", {"payment_id": payment["id"]})
    paid: dict[str, Any] = (await person.paid(payment["id"])).to_dict()
    assert paid["state"] == "completed"
    return paid


async def card_deposit(fleet: Any, person: Person, amount: str) -> dict[str, Any]:
    return await pay(fleet, person, "card", purpose="deposit", amount=usd(amount))


async def unpaid_order(person: Person, sheep: str) -> dict[str, Any]:
    return (await person.order(sheep, pay_with="payment")).to_dict()


async def code_of(attempt: Any) -> str | None:
    """The code of the problem that an answer is; None when it is none."""
    try:
        await attempt
    except Problem as refused:
        return refused.code
    return None


@pytest.fixture
async def admin(fleet: Any) -> Person:
    """The administrator, who has just proved to be one."""
    await fleet.prove_administrators()
    person: Person = fleet.admin
    return person


async def withdrawer(fleet: Any, admin: Person, name: str, money: str) -> Person:
    """Somebody who may withdraw: verified, with a second factor that was just shown."""
    person: Person = await fleet.person(name, money=money)
    codes = await person.second_factor()
    await person.step_up(recovery_code=codes[0])
    await person.submit_kyc()
    queue = (await admin.get("/admin/kyc", params={"limit": 100}))["items"]
    [submission] = [each for each in queue if each["user_id"] == person.id]
    await admin.post(f"/admin/kyc/{submission['id']}/approve")
    return person


BANK = {"holder": "Anna Example", "iban": "DE89370400440532013000"}


async def withdraw(person: Person, amount: str, **wish: Any) -> dict[str, Any]:
    wish = {"method": "bank_transfer", "account": BANK, **wish, "amount": usd(amount)}

    async def asked() -> Any:
        try:
            return await person.post("/wallet/withdraw", wish)
        except Problem as refused:
            if refused.code != "kyc_required":
                raise
            return None  # the wallet has not heard of the approval yet

    withdrawal: dict[str, Any] = await until(asked)
    return withdrawal


async def withdrawn(person: Person, withdrawal_id: str) -> dict[str, Any]:
    """The withdrawal once it has ended."""

    async def ended() -> Any:
        rows = (await person.get("/wallet/withdraw/requests"))["items"]
        [row] = [each for each in rows if each["id"] == withdrawal_id]
        return row if row["state"] in ("completed", "failed", "rejected", "cancelled") else None

    row: dict[str, Any] = await until(ended)
    return row


@pytest.mark.parametrize("method", ["card", "paypal"])
async def test_money_comes_in_through_each_provider_and_is_the_payers_once(fleet: Any, method: str) -> None:
    anna = await fleet.person("anna")
    payment = await pay(fleet, anna, method, purpose="deposit", amount=usd("120.00"))
    await anna.post("/payments/confirm", {"payment_id": payment["id"]})
    assert await has(anna, "120.00")
    kinds = [row["type"] for row in (await anna.get("/wallet/transactions"))["items"]]
    assert kinds == ["deposit"]
    await fleet.at_rest()


async def test_a_deposit_begun_at_the_wallet_is_a_payment_of_the_same_id(fleet: Any) -> None:
    anna = await fleet.person("anna")
    deposit = await anna.post("/wallet/deposit", {"amount": usd("80.00"), "method": "card"})

    async def known() -> Any:
        return await code_of(anna.post("/payments/confirm", {"payment_id": deposit["id"]})) is None

    await until(known)
    await play(fleet, f"payments/{deposit['id']}/pay", payment_method="pm_card_visa")
    assert await has(anna, "80.00")
    assert [row["state"] for row in (await anna.get("/wallet/deposits"))["items"]] == ["completed"]


async def test_an_animal_paid_by_card_is_one_step_for_its_buyer_and_is_invoiced(fleet: Any) -> None:
    anna, ben = await fleet.person("anna"), await fleet.person("ben")
    (sheep,) = await fleet.flock(1, price="240.00")
    order = await unpaid_order(anna, sheep)
    assert await anna.balance() == ("0.00", "0.00")
    assert await code_of(pay(fleet, ben, "card", purpose="order", order_id=order["id"])) == "order_not_found"
    await pay(fleet, anna, "card", purpose="order", order_id=order["id"])
    assert (await anna.follow(order["id"])).state == "completed"
    assert await anna.balance() == ("0.00", "0.00")
    kinds = [row["type"] for row in (await anna.get("/wallet/transactions"))["items"]]
    assert kinds == ["purchase", "hold", "deposit"]

    async def invoiced() -> Any:
        return (await anna.get("/invoices"))["items"]

    [invoice] = await until(invoiced)
    assert invoice["total"] == usd("240.00")
    link = await anna.post(f"/invoices/{invoice['id']}/download")
    file = await fleet.http.get(link["url"])
    assert file.content.startswith(b"%PDF-")
    assert await code_of(ben.get(f"/invoices/{invoice['id']}")) == "invoice_not_found"
    await fleet.at_rest()


async def test_a_payer_may_change_their_mind_about_how_to_pay(fleet: Any) -> None:
    anna = await fleet.person("anna")
    (sheep,) = await fleet.flock(1, price="40.00")
    order = await unpaid_order(anna, sheep)
    first = await anna.post("/payments/create", {"method": "paypal", "purpose": "order", "order_id": order["id"]})
    card = {"method": "card", "purpose": "order", "order_id": order["id"]}
    assert await code_of(anna.post("/payments/create", card)) == "payment_under_way"
    assert (await anna.post(f"/payments/{first['id']}/cancel"))["state"] == "cancelled"
    await pay(fleet, anna, **card)
    assert (await anna.follow(order["id"])).state == "completed"
    await fleet.at_rest()


async def test_a_card_that_is_declined_may_be_followed_by_another(fleet: Any) -> None:
    anna = await fleet.person("anna")
    payment = await anna.post("/payments/create", {"purpose": "deposit", "method": "card", "amount": usd("50.00")})
    confirm = {"payment_id": payment["id"], "method_token": "pm_card_chargeDeclined"}
    assert (await anna.post("/payments/confirm", confirm))["state"] == "declined"
    again = await anna.post("/payments/confirm", confirm | {"method_token": "pm_card_visa"})
    assert again["state"] == "completed"
    assert await has(anna, "50.00")


async def test_three_d_secure_waits_for_the_payer(fleet: Any) -> None:
    anna = await fleet.person("anna")
    payment = await anna.post("/payments/create", {"purpose": "deposit", "method": "card", "amount": usd("50.00")})
    confirm = {"payment_id": payment["id"], "method_token": "pm_card_authenticationRequired"}
    assert (await anna.post("/payments/confirm", confirm))["state"] == "requires_action"
    assert await anna.balance() == ("0.00", "0.00")
    await play(fleet, f"payments/{payment['id']}/authenticate", success=True)
    assert await has(anna, "50.00")


async def test_a_lost_answer_is_unknown_until_it_is_known_and_pays_once(fleet: Any) -> None:
    anna = await fleet.person("anna")
    payment = await anna.post("/payments/create", {"purpose": "deposit", "method": "card", "amount": usd("50.00")})
    await fault(fleet, "stripe", "faults", method="POST", path="*/confirm", answer="reset")
    confirm = {"payment_id": payment["id"], "method_token": "pm_card_visa"}
    assert (await anna.post("/payments/confirm", confirm))["state"] in ("unknown", "completed")
    assert await has(anna, "50.00")
    await fleet.at_rest()


async def test_webhooks_twice_and_backwards_credit_once(fleet: Any) -> None:
    anna = await fleet.person("anna")
    await fault(fleet, "stripe", "webhooks/faults", event="*", times=6, held=True, copies=2)
    payments = [
        await anna.post("/payments/create", {"purpose": "deposit", "method": "card", "amount": usd("20.00")})
        for _ in range(2)
    ]
    for payment in payments:
        await play(fleet, f"payments/{payment['id']}/pay", payment_method="pm_card_visa")
    await fault(fleet, "stripe", "webhooks/release")
    assert await has(anna, "40.00")
    await fleet.at_rest()


async def test_a_webhook_that_the_provider_did_not_sign_is_refused(fleet: Any) -> None:
    for provider in ("stripe", "paypal"):
        answer = await fleet.http.post(f"/api/v1/payments/webhook/{provider}", json={"id": "evt_1", "type": "x"})
        assert (answer.status_code, answer.json()["code"]) == (400, "webhook_not_verified")


async def test_refunds_go_back_in_parts_and_never_above_what_was_paid(fleet: Any) -> None:
    anna = await fleet.person("anna")
    payment = await card_deposit(fleet, anna, "100.00")
    assert await has(anna, "100.00")
    path = f"/payments/{payment['id']}/refund"
    results = await asyncio.gather(
        *(code_of(anna.post(path, {"amount": usd("40.00"), "reason": "Too much"})) for _ in range(4))
    )
    assert sorted(results, key=str) == [None, None, "refund_too_high", "refund_too_high"]
    assert await has(anna, "20.00")
    await anna.post(path, {"reason": "The rest"})
    assert await has(anna, "0.00")
    refunds = (await anna.get(f"/payments/{payment['id']}"))["refunds"]
    assert [each["state"] for each in refunds] == ["completed"] * 3
    await fleet.at_rest()


async def test_money_that_was_spent_is_not_given_back(fleet: Any) -> None:
    anna, ben = await fleet.person("anna"), await fleet.person("ben")
    payment = await card_deposit(fleet, anna, "100.00")
    assert await has(anna, "100.00")
    await anna.post("/wallet/transfer", {"username": ben.name, "amount": usd("70.00")})
    await anna.post(f"/payments/{payment['id']}/refund", {"reason": "All of it"})

    async def failed() -> Any:
        [refund] = (await anna.get(f"/payments/{payment['id']}"))["refunds"]
        return refund["failure"] if refund["state"] == "failed" else None

    assert await until(failed) == "insufficient_funds"
    assert await anna.balance() == ("30.00", "0.00")
    await fleet.at_rest()


async def bought_by_card(fleet: Any, person: Person) -> tuple[str, str]:
    """An animal and the payment that it was bought with."""
    (sheep,) = await fleet.flock(1, price="100.00")
    order = await unpaid_order(person, sheep)
    payment = await pay(fleet, person, "card", purpose="order", order_id=order["id"])
    assert (await person.follow(order["id"])).state == "completed"
    return sheep, payment["id"]


async def blocked(person: Person, sheep: str) -> list[str]:
    return [block["reason"] for block in (await person.get(f"/livestock/{sheep}/sale-status"))["blocks"]]


async def test_a_disputed_animal_is_not_sold_until_the_dispute_is_won(fleet: Any) -> None:
    anna = await fleet.person("anna")
    sheep, payment = await bought_by_card(fleet, anna)
    await fleet.credit(anna, "30.00")
    await play(fleet, f"payments/{payment}/dispute")
    assert await until(lambda: blocked(anna, sheep)) == ["dispute"]
    assert await has(anna, "0.00", "30.00")
    await play(fleet, f"disputes/{payment}/close", status="won")
    assert await has(anna, "30.00")

    async def free() -> bool:
        return not await blocked(anna, sheep)

    assert await until(free)
    await fleet.at_rest()


async def test_an_animal_whose_payment_is_lost_returns_to_the_platform(fleet: Any) -> None:
    anna = await fleet.person("anna")
    sheep, payment = await bought_by_card(fleet, anna)
    await fleet.credit(anna, "30.00")
    await play(fleet, f"payments/{payment}/dispute")
    await until(lambda: blocked(anna, sheep))
    await play(fleet, f"disputes/{payment}/close", status="lost")
    assert await has(anna, "0.00")

    async def reclaimed() -> bool:
        return sheep not in [animal["id"] for animal in (await anna.get("/my-livestock"))["items"]]

    assert await until(reclaimed)
    await fleet.at_rest()


async def pay_out(fleet: Any, withdrawal_id: str) -> None:
    """Lets the provider pay as soon as it was asked."""

    async def sent() -> Any:
        try:
            return await play(fleet, f"payouts/{withdrawal_id}/close", status="paid")
        except Exception:
            return None

    await until(sent)


async def test_money_goes_out_when_administrators_agree(fleet: Any, admin: Person) -> None:
    anna = await withdrawer(fleet, admin, "anna", "500.00")
    withdrawal = await withdraw(anna, "200.00")
    assert withdrawal["account"].endswith("3000")
    assert await has(anna, "300.00", "200.00")
    decision = {"status": "approved", "note": "", "seen": "requested"}
    path = f"/wallet/withdraw/{withdrawal['id']}/status"
    assert await code_of(anna.call("PUT", path, json=decision)) == "forbidden"
    await admin.call("PUT", path, json=decision)
    await pay_out(fleet, withdrawal["id"])
    assert (await withdrawn(anna, withdrawal["id"]))["state"] == "completed"
    assert await has(anna, "300.00")
    log = (await admin.get(f"/admin/wallet/audit-log?subject_id={anna.id}"))["items"]
    assert "withdrawal.decided" in [entry["action"] for entry in log]
    await fleet.at_rest()


async def test_a_payout_that_comes_back_is_the_users_again(fleet: Any, admin: Person) -> None:
    anna = await withdrawer(fleet, admin, "anna", "500.00")
    withdrawal = await withdraw(anna, "200.00", method="paypal", account={"email": "anna@example.com"})
    await admin.call(
        "PUT", f"/wallet/withdraw/{withdrawal['id']}/status", json={"status": "approved", "seen": "requested"}
    )

    async def returned() -> Any:
        try:
            return await play(fleet, f"payouts/{withdrawal['id']}/close", status="failed")
        except Exception:
            return None

    await until(returned)
    assert (await withdrawn(anna, withdrawal["id"]))["state"] == "failed"
    assert await has(anna, "500.00")
    await fleet.at_rest()


async def test_large_withdrawals_want_two_administrators(fleet: Any, admin: Person) -> None:
    anna = await withdrawer(fleet, admin, "anna", "5000.00")
    withdrawal = await withdraw(anna, "1500.00")
    path = f"/wallet/withdraw/{withdrawal['id']}/status"
    assert (await admin.call("PUT", path, json={"status": "approved", "seen": "requested"}))["state"] == "approved_once"
    again = {"status": "approved", "seen": "approved_once"}
    assert await code_of(admin.call("PUT", path, json=again)) == "second_administrator_required"
    await fleet.prove_administrators()
    assert (await fleet.other_admin.call("PUT", path, json=again))["state"] == "approved"
    await pay_out(fleet, withdrawal["id"])
    assert (await withdrawn(anna, withdrawal["id"]))["state"] == "completed"


async def test_whoever_has_not_proved_who_they_are_keeps_their_money_here(fleet: Any) -> None:
    anna = await fleet.person("anna", money="100.00")
    wish = {"amount": usd("50.00"), "method": "bank_transfer", "account": BANK}
    assert await code_of(anna.post("/wallet/withdraw", wish)) == "second_factor_required"
    codes = await anna.second_factor()
    await anna.step_up(recovery_code=codes[0])
    assert await code_of(anna.post("/wallet/withdraw", wish)) == "kyc_required"


async def test_payment_killed_between_the_provider_and_its_commit_charges_nobody_twice(fleet: Any) -> None:
    anna = await fleet.person("anna")
    for _ in range(3):
        payment = await anna.post("/payments/create", {"purpose": "deposit", "method": "card", "amount": usd("25.00")})
        await fault(fleet, "stripe", "faults", method="POST", path="*/confirm", held=True)
        confirm = {"payment_id": payment["id"], "method_token": "pm_card_visa"}
        request = asyncio.create_task(code_of(anna.post("/payments/confirm", confirm)))
        await until(lambda: counted(fleet, "stripe", "faults/held"))
        fleet.kill("payment")
        await fault(fleet, "stripe", "faults/release")
        await asyncio.wait([request])
        assert request.exception() is None or isinstance(request.exception(), httpx.TransportError)
        await until(lambda: _serves(fleet))
        confirmed = await until(partial(_insist, anna, confirm))
        assert confirmed["state"] == "completed"
    await until(lambda: has_told_all(fleet, "stripe"))
    assert await has(anna, "75.00")
    charges = await fleet.query("payment", "SELECT count(*) FROM payments WHERE user_id = $1", anna.id)
    assert charges[0]["count"] == 3
    await fleet.at_rest()


async def _serves(fleet: Any) -> bool:
    answer = await fleet.http.get("/api/v1/payments/methods-offered", headers={"X-Request-Id": secrets.token_hex(8)})
    return answer.status_code == 401


async def _insist(person: Person, confirm: dict[str, Any]) -> Any:
    try:
        payment = await person.post("/payments/confirm", confirm)
    except (Problem, httpx.TransportError):
        return None
    return payment if payment["state"] == "completed" else None


async def test_what_moved_at_each_provider_is_what_the_ledger_says(fleet: Any) -> None:
    """After all of the above: the money of the ledger is the money at the provider."""
    await fleet.at_rest()
    keys = {name.removeprefix("PAYMENT_").lower(): value for name, value in doubles.settings(fleet.state).items()}
    settings = Settings(**keys)
    async with httpx.AsyncClient(trust_env=False, timeout=PATIENCE) as http:
        for module in (stripe.of(settings, http), paypal.of(settings, http)):
            assert module is not None
            there = await moved(module)
            assert there != 0
            rows = await fleet.query(
                "wallet",
                "SELECT -sum(amount)::bigint AS lies FROM entries JOIN accounts ON accounts.id = account_id "
                "WHERE kind = $1 AND currency = 'USD'",
                module.name,
            )
            assert rows[0]["lies"] == there, module.name


async def moved(module: Any) -> int:
    """What a provider says has moved by us since yesterday, in minor units of US dollars, before its fees."""
    today = datetime.now(UTC).date()
    total = 0
    for day in (today - timedelta(days=1), today):
        async for movement in module.list_movements(day):
            if movement.subject is not None and movement.currency == "USD":
                total += movement.amount
    return total
