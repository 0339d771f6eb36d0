"""What administrators get about disputes."""

from typing import Literal, Self
from uuid import UUID

from pydantic import AwareDatetime, BaseModel

from amigok_contracts import Money
from payment.disputes.models import Dispute
from payment.providers.protocol import Name

State = Literal["opened", "won", "lost"]


class DisputeOut(BaseModel):
    """A dispute's current status. `reference` is the provider's own id, to answer it there.

    `charged_back` is what the provider took, or kept in the end; `amount` is the disputed part of the payment.
    """

    id: UUID
    payment_id: UUID
    user_id: UUID
    order_id: UUID | None
    livestock_id: UUID | None
    provider: Name
    reference: str
    amount: Money
    charged_back: Money
    state: State
    opened_at: AwareDatetime
    ended_at: AwareDatetime | None

    @classmethod
    def of(cls, dispute: Dispute) -> Self:
        columns = {column.key: getattr(dispute, column.key) for column in Dispute.__table__.columns}
        return cls.model_validate({**columns, "amount": dispute.money, "charged_back": dispute.charged_back_money})
