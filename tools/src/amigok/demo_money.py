"""The steps of the demonstration in which money comes in, is invoiced and goes out."""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import Literal
from uuid import UUID

from amigok import doubles
from amigok.client import Person, usd
from amigok.errors import Failure
from amigok.stage import Stage
from amigok.state import State
from amigok_chassis.patience import until
from amigok_client import Problem
from amigok_client.api import invoices, kyc, payments, withdrawals
from amigok_client.models import (
    BankAccount,
    BankWithdrawalIn,
    InvoiceLine,
    OrderPaymentIn,
    PaymentConfirmationIn,
    PaymentDepositIn,
    PaymentDetailOut,
    WithdrawalOut,
    WithdrawalsDecisionIn,
)

BANK = BankAccount("Anna Example", "DE89370400440532013000")


async def bring_in(
    stage: Stage, state: State, person: Person, amount: str, *, method: Literal["card", "paypal"]
) -> None:
    """A deposit by card or PayPal, whose payer does their part at the provider."""
    await pay(state, person, PaymentDepositIn(usd(amount), method, "deposit"))

    async def booked() -> bool:
        return (await person.balance())[0] == amount

    await until(booked)
    stage.fact(f"{person.name} pays by {method} and has {amount} USD")


async def pay(state: State, person: Person, wish: PaymentDepositIn | OrderPaymentIn) -> PaymentDetailOut:
    """Makes a payment, as a client app and its payer would. Returns it as it has ended."""
    payment = await person.send(payments.create_payment(body=wish))
    await _play(state, f"payments/{payment.id}/pay", payment_method="pm_card_visa")
    await person.send(payments.confirm_payment(body=PaymentConfirmationIn(payment.id)))
    paid = await person.paid(payment.id)
    if paid.state != "completed":
        raise Failure(f"the payment is {paid.state}: {paid.reason}")
    return paid


async def keep_invoice(stage: Stage, state: State, person: Person) -> None:
    """Saves the newest invoice, whose PDF is fetched by a link."""

    async def issued() -> list[InvoiceLine]:
        return (await person.send(invoices.list_invoices())).items

    invoice = (await until(issued))[0]
    link = await person.send(invoices.make_invoice_link(invoice.id))
    pdf = await person.http.get(link.url)
    pdf.raise_for_status()
    place: Path = state.subfolder("invoices") / f"{invoice.number}.pdf"
    await asyncio.to_thread(place.write_bytes, pdf.content)
    stage.fact(f"invoice {invoice.number} over {invoice.total.amount} USD: {place}")


async def take_out(stage: Stage, state: State, admin: Person, person: Person, codes: list[str], amount: str) -> None:
    """A withdrawal: refused until the person is known, then approved by an administrator and paid out."""
    wish = BankWithdrawalIn(BANK, usd(amount), "bank_transfer")
    await person.step_up(recovery_code=codes[0])
    stage.fact(f"{person.name}: {await _refusal(person, wish)}")
    await admin.step_up(password=admin.password)
    await prove(admin, person)

    async def asked() -> WithdrawalOut | None:
        try:
            return await person.send(withdrawals.withdraw(body=wish))
        except Problem as problem:
            if problem.code != "kyc_required":
                raise
            return None  # the wallet does not know it yet

    withdrawal = await until(asked)
    stage.fact(f"{amount} USD are held for {withdrawal.account}; the administrator approves")
    decision = WithdrawalsDecisionIn(seen="requested", status="approved")
    await admin.send(withdrawals.decide_withdrawal(withdrawal.id, body=decision))
    await until(lambda: _paid_out(state, withdrawal.id))

    async def ended() -> WithdrawalOut | None:
        row = (await person.send(withdrawals.list_own_withdrawals())).items[0]
        return row if row.state in ("completed", "failed") else None

    row = await until(ended)
    stage.fact(f"the withdrawal is {row.state}; {person.name} has {(await person.balance())[0]} USD")


async def prove(admin: Person, person: Person) -> None:
    """Has the person known by their documents. The administrator has proved lately who they are."""
    await person.submit_kyc()
    queue = (await admin.send(kyc.list_submissions(limit=100))).items
    submission = next(each for each in queue if each.user_id == person.id)
    await admin.send(kyc.approve_kyc(submission.id))


async def _refusal(person: Person, wish: BankWithdrawalIn) -> str:
    try:
        await person.send(withdrawals.withdraw(body=wish))
    except Problem as problem:
        return f"refused, {problem}"
    raise Failure("a withdrawal was taken from somebody who is not known")


async def _paid_out(state: State, withdrawal_id: UUID) -> bool:
    """Whether the bank has the money, once the provider was asked."""
    try:
        await _play(state, f"payouts/{withdrawal_id}/close", status="paid")
    except Failure:
        return False
    return True


async def _play(state: State, path: str, **body: object) -> None:
    await asyncio.to_thread(doubles.play, state, path, body)
