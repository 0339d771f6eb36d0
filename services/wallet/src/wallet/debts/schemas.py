"""What administrators get about debts."""

from typing import Literal, Self
from uuid import UUID

from pydantic import AwareDatetime, BaseModel, Field

from amigok_contracts import Money
from wallet.receivables.models import Debt
from wallet.values import Purpose


class DebtOut(BaseModel):
    """What somebody owes, or may owe, for what `reference_id` is the id of."""

    id: UUID
    purpose: Purpose = Field(description="`wallet.dispute`, or what a service recorded it for")
    reference_id: UUID
    user_id: UUID
    description: str
    amount: Money
    taken: Money = Field(description="Frozen so far (`frozen`), or paid")
    remaining: Money = Field(description="What is taken as soon as it becomes available")
    state: Literal["frozen", "owed", "settled", "given_up"]
    livestock_id: UUID | None = Field(description="The animal that cannot be sold until this is settled")
    since: AwareDatetime

    @classmethod
    def of(cls, debt: Debt) -> Self:
        columns = {column.key: getattr(debt, column.key) for column in Debt.__table__.columns}
        taken = Money.of_minor(debt.taken, debt.currency)
        amounts = {"amount": debt.money, "taken": taken, "remaining": debt.remaining}
        return cls.model_validate({**columns, **amounts, "user_id": debt.debtor_id})
