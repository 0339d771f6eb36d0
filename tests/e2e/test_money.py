"""Money in and out, from the seat of a client app: cards, PayPal, refunds, disputes, withdrawals, invoices."""

import asyncio
import secrets
from datetime import UTC, datetime, timedelta
from functools import partial
from typing import Any, Literal
from uuid import UUID

import httpx
import pytest

from amigok import demo_money, doubles
from amigok.client import Person, usd
from amigok.demo_money import BANK
from amigok_chassis.patience import PATIENCE, until
from amigok_client import Call, Problem
from amigok_client.api import (
    audit,
    blocks,
    deposits,
    invoices,
    payments,
    refunds,
    search,
    statements,
    transfers,
    withdrawals,
)
from amigok_client.models import (
    BankWithdrawalIn,
    InvoiceLine,
    OrderPaymentIn,
    PaymentConfirmationIn,
    PaymentDepositIn,
    PaymentDetailOut,
    PaymentStepOut,
    PayPalAccount,
    PayPalWithdrawalIn,
    RefundIn,
    RefundOut,
    TransferIn,
    WalletDepositIn,
    WalletReviewOut,
    WithdrawalOut,
    WithdrawalsDecisionIn,
)
from amigok_client.models.withdrawals_decision_in_seen import WithdrawalsDecisionInSeen
from payment.providers import paypal, stripe
from payment.settings import Settings
from tests.e2e.conftest import code_of


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


async def pay(fleet: Any, person: Person, wish: PaymentDepositIn | OrderPaymentIn) -> PaymentDetailOut:
    """Makes a payment whose payer does their part. Returns it as it has ended."""
    return await demo_money.pay(fleet.state, person, wish)


def card_deposit(amount: str) -> PaymentDepositIn:
    return PaymentDepositIn(usd(amount), "card", "deposit")


async def begun(person: Person, wish: PaymentDepositIn | OrderPaymentIn) -> PaymentStepOut:
    """A payment whose payer has still to do their part."""
    return await person.send(payments.create_payment(body=wish))


def confirmation(payment_id: UUID, **with_: str) -> Call[PaymentStepOut]:
    return payments.confirm_payment(body=PaymentConfirmationIn(payment_id, **with_))


async def kinds(person: Person) -> list[str]:
    """What moved money in the wallet, newest first."""
    return [row.type_ for row in (await person.send(statements.list_transactions())).items]


async def refunds_of(person: Person, payment_id: UUID) -> list[RefundOut]:
    return (await person.send(refunds.get_payment(payment_id))).refunds


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
    await demo_money.prove(admin, person)
    return person


def to_bank(amount: str) -> BankWithdrawalIn:
    return BankWithdrawalIn(BANK, usd(amount), "bank_transfer")


async def withdraw(person: Person, wish: BankWithdrawalIn | PayPalWithdrawalIn) -> WithdrawalOut:
    """Asks for a withdrawal as soon as the wallet has heard that the person is known."""

    async def asked() -> WithdrawalOut | None:
        try:
            return await person.send(withdrawals.withdraw(body=wish))
        except Problem as refused:
            if refused.code != "kyc_required":
                raise
            return None

    return await until(asked)


async def withdrawn(person: Person, withdrawal_id: UUID) -> WithdrawalOut:
    """The withdrawal once it has ended."""

    async def ended() -> WithdrawalOut | None:
        rows = (await person.send(withdrawals.list_own_withdrawals())).items
        [row] = [each for each in rows if each.id == withdrawal_id]
        return row if row.state in ("completed", "failed", "rejected", "cancelled") else None

    return await until(ended)


@pytest.mark.parametrize("method", ["card", "paypal"])
async def test_money_comes_in_through_each_provider_and_is_the_payers_once(
    fleet: Any, method: Literal["card", "paypal"]
) -> None:
    anna = await fleet.person("anna")
    payment = await pay(fleet, anna, PaymentDepositIn(usd("120.00"), method, "deposit"))
    assert payment.state == "completed"
    await anna.send(confirmation(payment.id))
    assert await has(anna, "120.00")
    assert await kinds(anna) == ["deposit"]
    await fleet.at_rest()


async def test_a_deposit_begun_at_the_wallet_is_a_payment_of_the_same_id(fleet: Any) -> None:
    anna = await fleet.person("anna")
    deposit = await anna.send(deposits.deposit(body=WalletDepositIn(usd("80.00"), "card")))

    async def known() -> bool:
        return await code_of(anna.send(confirmation(deposit.id))) is None

    await until(known)
    await play(fleet, f"payments/{deposit.id}/pay", payment_method="pm_card_visa")
    assert await has(anna, "80.00")
    assert [row.state for row in (await anna.send(deposits.list_deposits())).items] == ["completed"]


async def test_an_animal_paid_by_card_is_one_step_for_its_buyer_and_is_invoiced(fleet: Any) -> None:
    anna, ben = await fleet.person("anna"), await fleet.person("ben")
    (sheep,) = await fleet.flock(1, price="240.00")
    order = await anna.order(sheep, pay_with="payment")
    assert await anna.balance() == ("0.00", "0.00")
    by_card = OrderPaymentIn("card", order.id, "order")
    assert await code_of(begun(ben, by_card)) == "order_not_found"
    await pay(fleet, anna, by_card)
    assert (await anna.follow(order.id)).state == "completed"
    assert await anna.balance() == ("0.00", "0.00")
    assert await kinds(anna) == ["purchase", "hold", "deposit"]

    async def invoiced() -> list[InvoiceLine]:
        return (await anna.send(invoices.list_invoices())).items

    [invoice] = await until(invoiced)
    assert invoice.total.to_dict() == usd("240.00").to_dict()
    link = await anna.send(invoices.make_invoice_link(invoice.id))
    file = await fleet.http.get(link.url)
    assert file.content.startswith(b"%PDF-")
    assert await code_of(ben.send(invoices.read_invoice(invoice.id))) == "invoice_not_found"
    await fleet.at_rest()


async def test_a_payer_may_change_their_mind_about_how_to_pay(fleet: Any) -> None:
    anna = await fleet.person("anna")
    (sheep,) = await fleet.flock(1, price="40.00")
    order = await anna.order(sheep, pay_with="payment")
    first = await begun(anna, OrderPaymentIn("paypal", order.id, "order"))
    by_card = OrderPaymentIn("card", order.id, "order")
    assert await code_of(begun(anna, by_card)) == "payment_under_way"
    assert (await anna.send(payments.cancel_payment(first.id))).state == "cancelled"
    await pay(fleet, anna, by_card)
    assert (await anna.follow(order.id)).state == "completed"
    await fleet.at_rest()


async def test_a_card_that_is_declined_may_be_followed_by_another(fleet: Any) -> None:
    anna = await fleet.person("anna")
    payment = await begun(anna, card_deposit("50.00"))
    declined = await anna.send(confirmation(payment.id, method_token="pm_card_chargeDeclined"))
    assert declined.state == "declined"
    again = await anna.send(confirmation(payment.id, method_token="pm_card_visa"))
    assert again.state == "completed"
    assert await has(anna, "50.00")


async def test_three_d_secure_waits_for_the_payer(fleet: Any) -> None:
    anna = await fleet.person("anna")
    payment = await begun(anna, card_deposit("50.00"))
    confirmed = await anna.send(confirmation(payment.id, method_token="pm_card_authenticationRequired"))
    assert confirmed.state == "requires_action"
    assert await anna.balance() == ("0.00", "0.00")
    await play(fleet, f"payments/{payment.id}/authenticate", success=True)
    assert await has(anna, "50.00")


async def test_a_lost_answer_is_unknown_until_it_is_known_and_pays_once(fleet: Any) -> None:
    anna = await fleet.person("anna")
    payment = await begun(anna, card_deposit("50.00"))
    await fault(fleet, "stripe", "faults", method="POST", path="*/confirm", answer="reset")
    confirmed = await anna.send(confirmation(payment.id, method_token="pm_card_visa"))
    assert confirmed.state in ("unknown", "completed")
    assert await has(anna, "50.00")
    await fleet.at_rest()


async def test_webhooks_twice_and_backwards_credit_once(fleet: Any) -> None:
    anna = await fleet.person("anna")
    await fault(fleet, "stripe", "webhooks/faults", event="*", times=6, held=True, copies=2)
    for payment in [await begun(anna, card_deposit("20.00")) for _ in range(2)]:
        await play(fleet, f"payments/{payment.id}/pay", payment_method="pm_card_visa")
    await fault(fleet, "stripe", "webhooks/release")
    assert await has(anna, "40.00")
    await fleet.at_rest()


async def test_a_webhook_that_the_provider_did_not_sign_is_refused(fleet: Any) -> None:
    for provider in ("stripe", "paypal"):
        answer = await fleet.http.post(f"/api/v1/payments/webhook/{provider}", json={"id": "evt_1", "type": "x"})
        assert (answer.status_code, answer.json()["code"]) == (400, "webhook_not_verified")


async def test_refunds_go_back_in_parts_and_never_above_what_was_paid(fleet: Any) -> None:
    anna = await fleet.person("anna")
    payment = await pay(fleet, anna, card_deposit("100.00"))
    assert await has(anna, "100.00")
    part, rest = RefundIn("Too much", usd("40.00")), RefundIn("The rest")
    results = await asyncio.gather(
        *(code_of(anna.send(refunds.refund_payment(payment.id, body=part))) for _ in range(4))
    )
    assert sorted(results, key=str) == [None, None, "refund_too_high", "refund_too_high"]
    assert await has(anna, "20.00")
    await anna.send(refunds.refund_payment(payment.id, body=rest))
    assert await has(anna, "0.00")
    assert [each.state for each in await refunds_of(anna, payment.id)] == ["completed"] * 3
    await fleet.at_rest()


async def test_money_that_was_spent_is_not_given_back(fleet: Any) -> None:
    anna, ben = await fleet.person("anna"), await fleet.person("ben")
    payment = await pay(fleet, anna, card_deposit("100.00"))
    assert await has(anna, "100.00")
    await anna.send(transfers.transfer(body=TransferIn(usd("70.00"), username=ben.name)))
    await anna.send(refunds.refund_payment(payment.id, body=RefundIn("All of it")))

    async def failed() -> str | None:
        [refund] = await refunds_of(anna, payment.id)
        return refund.failure if refund.state == "failed" else None

    assert await until(failed) == "insufficient_funds"
    assert await anna.balance() == ("30.00", "0.00")
    await fleet.at_rest()


async def bought_by_card(fleet: Any, person: Person) -> tuple[UUID, UUID]:
    """An animal and the payment that it was bought with."""
    (sheep,) = await fleet.flock(1, price="100.00")
    order = await person.order(sheep, pay_with="payment")
    payment = await pay(fleet, person, OrderPaymentIn("card", order.id, "order"))
    assert (await person.follow(order.id)).state == "completed"
    return sheep, payment.id


async def blocked(person: Person, sheep: UUID) -> list[str]:
    return [block.reason for block in (await person.send(blocks.get_sale_status(sheep))).blocks]


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
        return sheep not in [animal.id for animal in (await anna.send(search.list_my_livestock())).items]

    assert await until(reclaimed)
    await fleet.at_rest()


async def decide(admin: Person, withdrawal_id: UUID, seen: WithdrawalsDecisionInSeen) -> WalletReviewOut:
    """Approves a withdrawal."""
    decision = WithdrawalsDecisionIn(seen, "approved")
    return await admin.send(withdrawals.decide_withdrawal(withdrawal_id, body=decision))


async def pay_out(fleet: Any, withdrawal_id: UUID) -> None:
    """Lets the provider pay as soon as it was asked."""

    async def sent() -> Any:
        try:
            return await play(fleet, f"payouts/{withdrawal_id}/close", status="paid")
        except Exception:
            return None

    await until(sent)


async def test_money_goes_out_when_administrators_agree(fleet: Any, admin: Person) -> None:
    anna = await withdrawer(fleet, admin, "anna", "500.00")
    withdrawal = await withdraw(anna, to_bank("200.00"))
    assert (withdrawal.account or "").endswith("3000")
    assert await has(anna, "300.00", "200.00")
    assert await code_of(decide(anna, withdrawal.id, "requested")) == "forbidden"
    await decide(admin, withdrawal.id, "requested")
    await pay_out(fleet, withdrawal.id)
    assert (await withdrawn(anna, withdrawal.id)).state == "completed"
    assert await has(anna, "300.00")
    log = await admin.send(audit.wallet_list_audit_entries(subject_id=anna.id))
    assert "withdrawal.decided" in [entry.action for entry in log.items]
    await fleet.at_rest()


async def test_a_payout_that_comes_back_is_the_users_again(fleet: Any, admin: Person) -> None:
    anna = await withdrawer(fleet, admin, "anna", "500.00")
    wish = PayPalWithdrawalIn(PayPalAccount("anna@example.com"), usd("200.00"), "paypal")
    withdrawal = await withdraw(anna, wish)
    await decide(admin, withdrawal.id, "requested")

    async def returned() -> Any:
        try:
            return await play(fleet, f"payouts/{withdrawal.id}/close", status="failed")
        except Exception:
            return None

    await until(returned)
    assert (await withdrawn(anna, withdrawal.id)).state == "failed"
    assert await has(anna, "500.00")
    await fleet.at_rest()


async def test_large_withdrawals_want_two_administrators(fleet: Any, admin: Person) -> None:
    anna = await withdrawer(fleet, admin, "anna", "5000.00")
    withdrawal = await withdraw(anna, to_bank("1500.00"))
    assert (await decide(admin, withdrawal.id, "requested")).state == "approved_once"
    again = decide(admin, withdrawal.id, "approved_once")
    assert await code_of(again) == "second_administrator_required"
    await fleet.prove_administrators()
    assert (await decide(fleet.other_admin, withdrawal.id, "approved_once")).state == "approved"
    await pay_out(fleet, withdrawal.id)
    assert (await withdrawn(anna, withdrawal.id)).state == "completed"


async def test_whoever_has_not_proved_who_they_are_keeps_their_money_here(fleet: Any) -> None:
    anna = await fleet.person("anna", money="100.00")
    wish = withdrawals.withdraw(body=to_bank("50.00"))
    assert await code_of(anna.send(wish)) == "second_factor_required"
    codes = await anna.second_factor()
    await anna.step_up(recovery_code=codes[0])
    assert await code_of(anna.send(wish)) == "kyc_required"


async def test_payment_killed_between_the_provider_and_its_commit_charges_nobody_twice(fleet: Any) -> None:
    anna = await fleet.person("anna")
    for _ in range(3):
        payment = await begun(anna, card_deposit("25.00"))
        await fault(fleet, "stripe", "faults", method="POST", path="*/confirm", held=True)
        confirm = confirmation(payment.id, method_token="pm_card_visa")
        request = asyncio.create_task(code_of(anna.send(confirm)))
        await until(lambda: counted(fleet, "stripe", "faults/held"))
        fleet.kill("payment")
        await fault(fleet, "stripe", "faults/release")
        await asyncio.wait([request])
        assert request.exception() is None or isinstance(request.exception(), httpx.TransportError)
        await until(lambda: _serves(fleet))
        assert await until(partial(_completes, anna, confirm))
    await until(lambda: has_told_all(fleet, "stripe"))
    assert await has(anna, "75.00")
    charges = await fleet.query("payment", "SELECT count(*) FROM payments WHERE user_id = $1", anna.id)
    assert charges[0]["count"] == 3
    await fleet.at_rest()


async def _serves(fleet: Any) -> bool:
    answer = await fleet.http.get("/api/v1/payments/methods-offered", headers={"X-Request-Id": secrets.token_hex(8)})
    return answer.status_code == 401


async def _completes(person: Person, confirm: Call[PaymentStepOut]) -> bool:
    try:
        return (await person.send(confirm)).state == "completed"
    except (Problem, httpx.TransportError):
        return False


async def test_what_moved_at_each_provider_is_what_the_ledger_says(fleet: Any) -> None:
    """After all of the above: the money of the ledger is the money at the provider."""
    await fleet.at_rest()
    keys = {
        name.removeprefix("PAYMENT_").lower(): value for name, value in doubles.settings(fleet.state, "payment").items()
    }
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
