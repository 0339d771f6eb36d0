"""What administrators send and get about proceeds."""

from typing import Literal, Self
from uuid import UUID

from pydantic import AwareDatetime, BaseModel, ConfigDict, Field

from amigok_contracts import Money
from wallet.proceeds.models import Proceeds
from wallet.schemas import Reason

Outcome = Literal["released", "kept"]


class SettlementIn(BaseModel):
    """What becomes of proceeds whose payment was lost: they are the seller's, or kept against the loss."""

    model_config = ConfigDict(extra="forbid")

    outcome: Outcome
    reason: Reason


class SettlementPayload(BaseModel):
    """What is proposed."""

    order_id: UUID
    outcome: Outcome
    reason: str


class ProceedsOut(BaseModel):
    """A seller's share of an order that waits, or has waited."""

    order_id: UUID
    payment_id: UUID
    seller_id: UUID
    amount: Money
    state: Literal["waiting", "released", "kept"]
    release_at: AwareDatetime | None
    disputed: bool = Field(description="Its payment is disputed, or was and is lost: it is not released by itself")

    @classmethod
    def of(cls, proceeds: Proceeds, *, disputed: bool) -> Self:
        columns = {column.key: getattr(proceeds, column.key) for column in Proceeds.__table__.columns}
        amount = Money.of_minor(proceeds.amount, proceeds.currency)
        return cls.model_validate({**columns, "amount": amount, "disputed": disputed})
