"""Insurance claims over HTTP."""

from datetime import datetime
from typing import Annotated, Literal
from uuid import UUID

from pydantic import AfterValidator, BaseModel

from amigok_chassis.money import MoneyIn
from amigok_chassis.schemas import In, Out, Prose, Reason
from amigok_contracts import Money

State = Literal["requested", "approved", "rejected"]


def _positive(money: Money) -> Money:
    if money.amount <= 0:
        raise ValueError("an amount is more than 0")
    return money


Amount = Annotated[MoneyIn, AfterValidator(_positive)]


class ClaimIn(In):
    """A claim, at most the animal's value."""

    amount: Amount
    statement: Prose | None = None


class PayoutIn(In):
    """A payout, at most the amount of the claim."""

    payout: Amount


class ProposedPayout(BaseModel):
    """A payout, and who proposes it."""

    claim_id: UUID
    payout: Money
    proposed_by: UUID


class RejectionIn(In):
    reason: Reason


class ClaimOut(Out):
    """An insurance claim. `rejection` is the reason if it was rejected."""

    id: UUID
    death_id: UUID
    livestock_id: UUID
    owner_id: UUID
    state: State
    asked: Money
    payout: Money | None
    statement: str | None
    requested_at: datetime
    rejection: str | None
    decided_at: datetime | None
