"""What administrators get about proofs."""

from decimal import Decimal

from pydantic import BaseModel, Field

from amigok_chassis.money import AccountCurrency
from wallet.ledger.schemas import Difference


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
    platform: dict[str, Total] = Field(description="By account and currency; `receivables` are what users owe")
    fees: dict[str, Total] = Field(description="What of `revenue` came from fees, by kind of fee and currency")
    differences: list[Difference]
