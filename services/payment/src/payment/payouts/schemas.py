"""What administrators see of payouts; never where the money goes."""

from datetime import datetime
from typing import Literal
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field

from amigok_contracts import Money
from payment.payouts.models import State
from payment.providers.shape import Name
from payment.refunds.schemas import Reason


class PayoutSettlementIn(BaseModel):
    """What people found out about a payout that its provider does not tell of."""

    model_config = ConfigDict(extra="forbid")

    outcome: Literal["completed", "failed"]
    reason: Reason


class PayoutSettlementPayload(PayoutSettlementIn):
    """What is proposed."""

    payout_id: UUID


class PayoutOut(BaseModel):
    """A payout as it stands; `reference` is the provider's own id of it."""

    model_config = ConfigDict(from_attributes=True)

    id: UUID
    user_id: UUID
    amount: Money = Field(validation_alias="money")
    provider: Name
    method: str
    state: State
    reason: str | None
    reference: str | None
    attempts: int
    created_at: datetime
    asked_at: datetime | None
    ended_at: datetime | None
