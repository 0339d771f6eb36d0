"""What clients send and get."""

from decimal import Decimal
from typing import Annotated, Literal, Self
from uuid import UUID

from pydantic import AwareDatetime, BaseModel, ConfigDict, Field, model_validator

from amigok_chassis.money import AccountCurrency, MoneyIn
from amigok_chassis.text import Line
from amigok_contracts import Money
from wallet.values import Email

Note = Annotated[Line, Field(max_length=200)]
Reason = Annotated[Line, Field(min_length=3, max_length=200)]

Username = Annotated[str, Field(pattern=r"^[A-Za-z][A-Za-z0-9_.-]{2,29}$", description="Letter case does not count")]


class _In(BaseModel):
    model_config = ConfigDict(extra="forbid")


class TransferIn(_In):
    """Money for another user, who is named in one of three ways."""

    recipient_id: UUID | None = None
    email: Email | None = None
    username: Username | None = None
    amount: MoneyIn
    note: Note = ""

    @property
    def recipient(self) -> tuple[Literal["recipient_id", "email", "username"], UUID | str]:
        """In which way, and what was said."""
        if self.recipient_id is not None:
            return "recipient_id", self.recipient_id
        return ("email", self.email) if self.email is not None else ("username", self.username or "")

    @model_validator(mode="after")
    def _names_the_recipient_once(self) -> Self:
        if [self.recipient_id, self.email, self.username].count(None) != 2:
            raise ValueError("name the recipient by one of recipient_id, email and username")
        return self


class TransferOut(BaseModel):
    """A transfer that was made; `available` is what the sender can spend after it."""

    id: UUID
    recipient_id: UUID
    amount: Money
    note: str
    posted_at: AwareDatetime
    available: Money


class Balance(BaseModel):
    """What a user has in one currency: to spend, and set aside for open orders."""

    available: Money
    held: Money


class OpenHold(BaseModel):
    """Money set aside for what `reference_id` is the id of; only an order's hold expires."""

    id: UUID
    purpose: Literal["order", "refund", "withdrawal", "dispute", "proceeds"]
    reference_id: UUID
    amount: Money
    expires_at: AwareDatetime | None


class WalletOut(BaseModel):
    """Everything in a wallet, read at one moment."""

    user_id: UUID
    balances: list[Balance]
    holds: list[OpenHold]


class BalanceOut(BaseModel):
    """What a user has, one entry per currency."""

    balances: list[Balance]


class Difference(BaseModel):
    """Something in the ledger that should not be."""

    check: str
    id: UUID
    expected: int
    found: int


class Total(BaseModel):
    """What the platform's account of one kind comes to. Without the bounds of `Money`: it sums up everybody's."""

    amount: Decimal
    currency: AccountCurrency


class ReconciliationOut(BaseModel):
    """Whether the ledger proves itself: how much was checked, and every difference found."""

    transfers: int
    entries: int
    holds_placed: int
    total: int
    platform: dict[str, Total]
    differences: list[Difference]
