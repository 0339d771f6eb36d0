"""What clients send and get about refunds."""

from typing import Annotated, Literal, Self
from uuid import UUID

from pydantic import AwareDatetime, BaseModel, ConfigDict, Field

from amigok_chassis.text import Line
from amigok_contracts import Money
from payment.refunds.models import Refund

Reason = Annotated[Line, Field(min_length=3, max_length=200)]


class RefundIn(BaseModel):
    """A part of one's own payment, or all that is left of it, back to where it came from and out of one's wallet."""

    model_config = ConfigDict(extra="forbid")

    amount: Money | None = None
    reason: Reason


class AdminRefundIn(RefundIn):
    """A part of somebody's payment, or all that is left; where to, and at whose charge."""

    destination: Literal["provider", "wallet"]
    charged_to: Literal["user", "platform"]


class RefundOut(BaseModel):
    """A refund as it is now. `failure` is a stable code where no money was given back."""

    id: UUID
    payment_id: UUID
    amount: Money
    destination: Literal["provider", "wallet"]
    charged_to: Literal["user", "platform"]
    reason: str
    state: Literal["requested", "held", "processing", "unknown", "completed", "failed"]
    failure: str | None
    created_at: AwareDatetime
    ended_at: AwareDatetime | None

    @classmethod
    def of(cls, refund: Refund) -> Self:
        columns = {column.key: getattr(refund, column.key) for column in Refund.__table__.columns}
        return cls.model_validate({**columns, "amount": refund.money})
