"""What clients send and get."""

from decimal import Decimal
from typing import Annotated, Literal
from uuid import UUID

from pydantic import AwareDatetime, BaseModel, ConfigDict, StringConstraints

from amigok_contracts import Currency, Money

_LINE = r"^[^\x00-\x1f\x7f-\x9f]*$"
"""No control characters: what people write is shown in terminals, too."""

Note = Annotated[str, StringConstraints(max_length=200, strip_whitespace=True, pattern=_LINE)]
Reason = Annotated[str, StringConstraints(min_length=3, max_length=200, strip_whitespace=True, pattern=_LINE)]


class _In(BaseModel):
    model_config = ConfigDict(extra="forbid")


class TransferIn(_In):
    """Money for another user."""

    recipient_id: UUID
    amount: Money
    note: Note = ""


class TransferOut(BaseModel):
    """A transfer that was made; `available` is what the sender can spend after it."""

    id: UUID
    recipient_id: UUID
    amount: Money
    note: str
    posted_at: AwareDatetime
    available: Money


class CreditIn(_In):
    """Money from outside for a user; the reason stands in the ledger for auditors."""

    user_id: UUID
    amount: Money
    reason: Reason


class CreditOut(BaseModel):
    """A credit that was made."""

    transfer_id: UUID
    user_id: UUID
    amount: Money


class Balance(BaseModel):
    """What a user has in one currency: to spend, and set aside for open orders."""

    available: Money
    held: Money


class OpenHold(BaseModel):
    """Money set aside for what `reference_id` is the id of; only an order's hold expires."""

    id: UUID
    purpose: Literal["order", "refund", "withdrawal", "dispute"]
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
    currency: Currency


class ReconciliationOut(BaseModel):
    """Whether the ledger proves itself: how much was checked, and every difference found."""

    transfers: int
    entries: int
    holds_placed: int
    total: int
    platform: dict[str, Total]
    differences: list[Difference]
