"""What clients send and get about refunds."""

from typing import Annotated, Literal, Self
from uuid import UUID

from pydantic import AwareDatetime, BaseModel, ConfigDict, Field

from amigok_chassis.money import MoneyIn
from amigok_chassis.text import Line
from amigok_contracts import Money
from payment.refunds.models import Refund

Reason = Annotated[Line, Field(min_length=3, max_length=200)]


class RefundIn(BaseModel):
    """A part of one's own payment, or all that is left of it, back to where it came from and out of one's wallet."""

    model_config = ConfigDict(extra="forbid")

    amount: MoneyIn | None = None
    reason: Reason


class AdminRefundIn(RefundIn):
    """A part of somebody's payment, or all that is left; where to, and at whose charge."""

    destination: Literal["provider", "wallet"]
    charged_to: Literal["user", "platform"]
    animal: Literal["stays", "returns"] | None = Field(
        None, description="What happens to the animal that was bought: it stays with its buyer, or is the platform's"
    )


class RefundPayload(AdminRefundIn):
    """What an administrator proposes."""

    payment_id: UUID


class RefundOut(BaseModel):
    """A refund as it is now. `failure` is a stable code where no money was given back, or it came back.

    Its `origin` is `provider` where somebody made it there.
    """

    id: UUID
    payment_id: UUID
    amount: Money
    destination: Literal["provider", "wallet"]
    charged_to: Literal["user", "platform"]
    reason: str
    animal: Literal["stays", "returns"] | None
    origin: Literal["platform", "provider"]
    state: Literal["requested", "held", "processing", "unknown", "completed", "failed", "returned"]
    failure: str | None
    created_at: AwareDatetime
    ended_at: AwareDatetime | None

    @classmethod
    def of(cls, refund: Refund) -> Self:
        columns = {column.key: getattr(refund, column.key) for column in Refund.__table__.columns}
        return cls.model_validate({**columns, "amount": refund.money})
