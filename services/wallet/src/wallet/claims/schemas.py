"""What administrators get about claims."""

from typing import Literal, Self
from uuid import UUID

from pydantic import AwareDatetime, BaseModel, Field

from amigok_contracts import Money
from wallet.claims.models import Claim


class ClaimOut(BaseModel):
    """What somebody owes for a dispute, a refund made outside or a withdrawal paid after all."""

    id: UUID = Field(description="Of the dispute, the refund or the withdrawal")
    user_id: UUID
    amount: Money
    taken: Money = Field(description="Frozen so far (`freezing`), or collected (`collecting`)")
    remainder: Money = Field(description="What is taken as soon as it becomes available")
    state: Literal["freezing", "collecting", "closed"]
    made_at: AwareDatetime

    @classmethod
    def of(cls, claim: Claim) -> Self:
        def money(minor: int) -> Money:
            return Money.of_minor(minor, claim.currency)

        return cls.model_validate(
            {
                "id": claim.id,
                "user_id": claim.user_id,
                "amount": claim.money,
                "taken": money(claim.taken),
                "remainder": money(claim.remainder),
                "state": claim.state,
                "made_at": claim.made_at,
            }
        )
