"""What clients send and get."""

from typing import Literal
from uuid import UUID

from pydantic import AwareDatetime, BaseModel, ConfigDict, Field

from amigok_chassis.money import MoneyIn
from amigok_contracts import Money
from wallet.deposits.models import Deposit

Method = Literal["card", "bank_transfer", "crypto", "paypal"]


class DepositIn(BaseModel):
    """So much, paid in this way."""

    model_config = ConfigDict(extra="forbid")

    amount: MoneyIn
    method: Method


class DepositOut(BaseModel):
    """A deposit; the payment at `payment` says what the payer has to do."""

    id: UUID
    amount: Money
    method: Method
    state: Literal["requested", "completed", "failed"]
    created_at: AwareDatetime
    payment: str = Field(examples=["/api/v1/payments/019586a3-c8d5-7a56-8145-270ce6b3bebd"])

    @classmethod
    def of(cls, deposit: Deposit) -> "DepositOut":
        return cls.model_validate(
            {
                "id": deposit.id,
                "amount": deposit.money,
                "method": deposit.method,
                "state": deposit.state,
                "created_at": deposit.created_at,
                "payment": f"/api/v1/payments/{deposit.id}",
            }
        )
