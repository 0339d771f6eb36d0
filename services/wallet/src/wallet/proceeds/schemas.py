"""What administrators send and get about proceeds."""

from typing import Literal, Self
from uuid import UUID

from pydantic import AwareDatetime, BaseModel, ConfigDict, Field

from amigok_contracts import Money
from wallet.proceeds.models import Proceeds
from wallet.values import Purpose, Reason

Outcome = Literal["released", "kept"]


class SettlementIn(BaseModel):
    """What becomes of proceeds whose payment was lost: they are the payee's, or kept against the loss."""

    model_config = ConfigDict(extra="forbid")

    outcome: Outcome
    reason: Reason


class SettlementPayload(BaseModel):
    """What is proposed."""

    proceeds_id: UUID
    outcome: Outcome
    reason: str


class ProceedsOut(BaseModel):
    """A payee's share that waits, or has waited, of what `reference_id` is the id of."""

    id: UUID
    purpose: Purpose
    reference_id: UUID
    payment_id: UUID
    payee_id: UUID
    amount: Money
    state: Literal["waiting", "released", "kept"]
    release_at: AwareDatetime
    disputed: bool = Field(description="Its payment is disputed, or was and is lost: it is not released by itself")

    @classmethod
    def of(cls, proceeds: Proceeds, *, disputed: bool) -> Self:
        columns = {column.key: getattr(proceeds, column.key) for column in Proceeds.__table__.columns}
        amount = Money.of_minor(proceeds.amount, proceeds.currency)
        return cls.model_validate({**columns, "amount": amount, "disputed": disputed})
