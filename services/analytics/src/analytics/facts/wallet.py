"""What the wallet tells: what the ledger booked, and what moved for no animal."""

from collections.abc import Iterator
from typing import Any
from uuid import UUID

from amigok_contracts.care import REQUEST
from amigok_contracts.feed import CORRECTION, PERIOD, WELFARE
from amigok_contracts.marketplace import ORDER
from amigok_contracts.money import Money
from amigok_contracts.wallet import (
    AccountCorrected,
    AccountCredited,
    ChargeCompleted,
    DepositCompleted,
    HoldCaptured,
    RewardPaid,
    TransferCompleted,
    WithdrawalCompleted,
    WithdrawalPaidAfterAll,
    WithdrawalRequested,
    WithdrawalReturned,
)
from analytics.facts.lines import PAYER, Movement
from analytics.facts.people import did
from analytics.facts.rows import Fact, Heard, Rule, tells

TOLD_ELSEWHERE = {ORDER, PERIOD, WELFARE, CORRECTION, REQUEST, "farm.removal_fee", "farm.insurance"}
"""Purposes whose lines come from the service that asked: it knows the animal."""

DEPOSIT, WITHDRAWAL, TRANSFER = "wallet.deposit", "wallet.withdrawal", "wallet.transfer"
CREDIT, CORRECTED = "wallet.credit", "wallet.correction"
"""Purposes of what nobody asked the wallet for by an event, in `lines` and `transfers`."""


def _booked(heard: Heard[Any], answer: str, reference_id: UUID, purpose: str, amount: Money, **columns: Any) -> Fact:
    return heard.fact(
        "transfers",
        reference_id=reference_id,
        purpose=purpose,
        transfer_id=heard.event.transfer_id,
        answer=answer,
        at=heard.at,
        amount_minor=amount.minor,
        currency=amount.currency,
        **columns,
    )


def _asked(heard: Heard[Any]) -> Movement:
    return Movement(heard=heard, reference_id=heard.event.reference_id, purpose=heard.event.purpose)


@tells(HoldCaptured)
def hold_captured(heard: Heard[HoldCaptured]) -> Iterator[Fact]:
    event = heard.event
    yield _booked(heard, "captured", event.reference_id, event.purpose, event.amount, payer=event.payer_id)
    if event.purpose not in TOLD_ELSEWHERE:
        yield from _asked(heard).shared("charge", event.shares, by=event.payer_id)


@tells(ChargeCompleted)
def charge_completed(heard: Heard[ChargeCompleted]) -> Iterator[Fact]:
    event = heard.event
    who = {"payer": event.payer_id, "owed_minor": event.owed.minor}
    yield _booked(heard, "charged", event.reference_id, event.purpose, event.amount, **who)
    if event.purpose not in TOLD_ELSEWHERE:
        yield from _asked(heard).shared("charge", event.shares, by=event.payer_id)


@tells(RewardPaid)
def reward_paid(heard: Heard[RewardPaid]) -> Iterator[Fact]:
    event = heard.event
    yield _booked(heard, "rewarded", event.reference_id, event.purpose, event.amount, payee=event.payee_id)
    if event.purpose not in TOLD_ELSEWHERE:
        kind = "prize" if event.purpose == "game.prize" else "reward"
        yield from _asked(heard).paid(kind, event.amount, by=None, to=event.payee_id)


@tells(AccountCredited)
def credited(heard: Heard[AccountCredited]) -> Iterator[Fact]:
    event = heard.event
    yield _booked(heard, "credited", event.transfer_id, CREDIT, event.amount, payee=event.user_id)
    credit = Movement(heard=heard, reference_id=event.transfer_id, purpose=CREDIT)
    yield from credit.paid("credit", event.amount, by=None, to=event.user_id)


@tells(AccountCorrected)
def corrected(heard: Heard[AccountCorrected]) -> Iterator[Fact]:
    event = heard.event
    payer, payee = (event.user_id, None) if event.direction == "debit" else (None, event.user_id)
    yield _booked(heard, "corrected", event.transfer_id, CORRECTED, event.amount, payer=payer, payee=payee)
    correction = Movement(heard=heard, reference_id=event.transfer_id, purpose=CORRECTED)
    yield from correction.paid("correction", event.amount, by=payer, to=payee)


@tells(TransferCompleted)
def transferred(heard: Heard[TransferCompleted]) -> Iterator[Fact]:
    event = heard.event
    payer, payee = event.sender_id, event.recipient_id
    yield _booked(heard, "transferred", event.transfer_id, TRANSFER, event.amount, payer=payer, payee=payee)
    transfer = Movement(heard=heard, reference_id=event.transfer_id, purpose=TRANSFER)
    yield from transfer.paid("transfer", event.amount, by=payer, to=payee)
    yield did(heard, "transferred", payer, event.transfer_id)


@tells(DepositCompleted)
def deposited(heard: Heard[DepositCompleted]) -> Iterator[Fact]:
    event = heard.event
    yield _booked(heard, "deposited", event.payment_id, DEPOSIT, event.amount, payee=event.user_id)
    deposit = Movement(heard=heard, reference_id=event.payment_id, purpose=DEPOSIT)
    yield deposit.side("deposit", event.amount, sign=1, part=PAYER, owner=event.user_id)
    yield did(heard, "deposited", event.user_id, event.payment_id)


@tells(WithdrawalRequested)
def withdrawal_requested(heard: Heard[WithdrawalRequested]) -> Iterator[Fact]:
    yield did(heard, "withdrew", heard.event.user_id, heard.event.withdrawal_id)


def _withdrawal(heard: Heard[Any], answer: str, kind: str, sign: int) -> Iterator[Fact]:
    event = heard.event
    yield _booked(heard, answer, event.withdrawal_id, WITHDRAWAL, event.amount, payer=event.user_id)
    withdrawal = Movement(heard=heard, reference_id=event.withdrawal_id, purpose=WITHDRAWAL)
    yield withdrawal.side(kind, event.amount, sign=sign, part=PAYER, owner=event.user_id)


@tells(WithdrawalCompleted)
def withdrawn(heard: Heard[WithdrawalCompleted]) -> Iterator[Fact]:
    return _withdrawal(heard, "withdrawn", "withdrawal", -1)


@tells(WithdrawalPaidAfterAll)
def withdrawn_after_all(heard: Heard[WithdrawalPaidAfterAll]) -> Iterator[Fact]:
    return _withdrawal(heard, "withdrawn_after_all", "withdrawal", -1)


@tells(WithdrawalReturned)
def withdrawal_returned(heard: Heard[WithdrawalReturned]) -> Iterator[Fact]:
    return _withdrawal(heard, "withdrawal_returned", "withdrawal_returned", 1)


RULES: list[Rule[Any]] = [
    hold_captured,
    charge_completed,
    reward_paid,
    credited,
    corrected,
    transferred,
    deposited,
    withdrawal_requested,
    withdrawn,
    withdrawn_after_all,
    withdrawal_returned,
]
