"""What administrators see of payouts, but never where the money goes."""

from datetime import datetime
from typing import Annotated, Literal
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field

from amigok_chassis.text import Line
from amigok_contracts import Money
from amigok_contracts.payment import PayoutReason
from amigok_contracts.values import known
from payment.payouts.machine import State
from payment.providers.protocol import Name


class PayoutSettlementIn(BaseModel):
    """The outcome that people have found out for a payout that its provider does not report."""

    model_config = ConfigDict(extra="forbid")

    outcome: Literal["completed", "failed"]
    reason: Annotated[Line, Field(min_length=3, max_length=200)]


class PayoutSettlementPayload(PayoutSettlementIn):
    """An outcome that an administrator proposes."""

    payout_id: UUID


class PayoutOut(BaseModel):
    """A payout's current status. `reference` is the provider's own id."""

    model_config = ConfigDict(from_attributes=True)

    id: UUID
    user_id: UUID
    amount: Money = Field(validation_alias="money")
    provider: Name
    method: Annotated[str, known("bank_transfer", "paypal")]
    state: State
    reason: PayoutReason | None
    reference: str | None
    attempts: int
    created_at: datetime
    asked_at: datetime | None
    ended_at: datetime | None
