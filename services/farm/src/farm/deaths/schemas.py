"""What clients send and get about deaths and claims."""

from datetime import datetime
from typing import Annotated, Literal
from uuid import UUID

from pydantic import AfterValidator, BaseModel

from amigok_chassis.money import MoneyIn
from amigok_contracts import Money
from farm.schemas import FieldIn, In, Moment, Out, Prose, Reason

ClaimState = Literal["requested", "approved", "rejected"]


def _positive(money: Money) -> Money:
    if money.amount <= 0:
        raise ValueError("an amount is more than 0")
    return money


Amount = Annotated[MoneyIn, AfterValidator(_positive)]


class DeathIn(FieldIn):
    """`evidence`: what speaks for it, before a veterinarian confirms it."""

    cause: Reason
    died_at: Moment
    evidence: Prose | None = None


class ConfirmationIn(In):
    """`death_id`: the report that you have read."""

    death_id: UUID
    findings: Reason


class ReversionIn(In):
    """`death_id`: the report that you have read."""

    death_id: UUID
    reason: Reason


class Reversion(BaseModel):
    """A death that never happened, and who says so."""

    livestock_id: UUID
    death_id: UUID
    reason: str
    proposed_by: UUID


class DeathOut(Out):
    """A death on record; `findings` are the veterinarian's who confirmed it, `value` what the animal was worth then."""

    id: UUID
    livestock_id: UUID
    state: Literal["reported", "confirmed", "reverted"]
    cause: str
    evidence: str | None
    findings: str | None
    died_at: datetime
    value: Money
    reported_at: datetime
    confirmed_at: datetime | None
    reverted_at: datetime | None


class ClaimIn(In):
    """At most what the animal was worth."""

    amount: Amount
    statement: Prose | None = None


class PayoutIn(In):
    """At most what was asked for."""

    payout: Amount


class ProposedPayout(BaseModel):
    """What the owner shall get, and who says so."""

    claim_id: UUID
    payout: Money
    proposed_by: UUID


class RejectionIn(In):
    reason: Reason


class ClaimOut(Out):
    """A claim; `rejection` says why it was rejected."""

    id: UUID
    death_id: UUID
    livestock_id: UUID
    owner_id: UUID
    state: ClaimState
    asked: Money
    payout: Money | None
    statement: str | None
    requested_at: datetime
    rejection: str | None
    decided_at: datetime | None
