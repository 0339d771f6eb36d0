"""What clients send and get about refunds."""

from typing import Annotated, Literal, Self
from uuid import UUID

from pydantic import AwareDatetime, BaseModel, ConfigDict, Field

from amigok_chassis.money import MoneyIn
from amigok_chassis.text import Line
from amigok_contracts import Money
from amigok_contracts.payment import RefundReason
from payment.payments.schemas import PaymentOut
from payment.refunds.models import Refund

Reason = Annotated[Line, Field(min_length=3, max_length=200)]


class RefundIn(BaseModel):
    """A refund of your own payment out of your wallet. Without `amount` it is all that is left of the payment."""

    model_config = ConfigDict(extra="forbid")

    amount: MoneyIn | None = None
    reason: Reason


class AdminRefundIn(RefundIn):
    """A refund of somebody's payment: where the money goes, and who is charged."""

    destination: Literal["provider", "wallet"]
    charged_to: Literal["user", "platform"]
    animal: Literal["stays", "returns"] | None = Field(
        None, description="What happens to the animal: it stays with its buyer, or returns to the platform"
    )


class RefundPayload(AdminRefundIn):
    """A refund that an administrator proposes."""

    payment_id: UUID


class RefundOut(BaseModel):
    """A refund's current status. `failure` is a stable code if it failed or came back.

    `origin` is `provider` if somebody made the refund at the provider.
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
    failure: RefundReason | None
    created_at: AwareDatetime
    ended_at: AwareDatetime | None

    @classmethod
    def of(cls, refund: Refund) -> Self:
        columns = {column.key: getattr(refund, column.key) for column in Refund.__table__.columns}
        return cls.model_validate({**columns, "amount": refund.money})


class PaymentDetailOut(PaymentOut):
    """A payment with its refunds, oldest first."""

    refunds: list[RefundOut]
