"""What clients ask for and get."""

from collections.abc import Mapping
from datetime import datetime
from typing import Annotated, Literal, Self
from uuid import UUID

from pydantic import AwareDatetime, BaseModel, ConfigDict, Field, model_validator

from amigok_chassis.money import AccountCurrency
from amigok_chassis.values import IsoDateTime
from amigok_contracts import Money

MovementType = Literal[
    "credit",
    "deposit",
    "withdrawal",
    "transfer_in",
    "transfer_out",
    "hold",
    "release",
    "purchase",
    "sale",
    "refund",
    "refund_returned",
    "withdrawal_returned",
    "claim",
    "dispute_lost",
    "claim_returned",
    "proceeds_kept",
    "feeding",
    "care",
    "reward",
    "correction",
    "insurance",
    "animal_withdrawal",
]

KINDS: Mapping[MovementType, tuple[str, bool | None]] = {
    "credit": ("credit", None),
    "deposit": ("deposit", None),
    "withdrawal": ("withdrawal", None),
    "transfer_in": ("transfer", False),
    "transfer_out": ("transfer", True),
    "hold": ("hold", None),
    "release": ("release", None),
    "purchase": ("capture", True),
    "sale": ("capture", False),
    "refund": ("refund", None),
    "refund_returned": ("refund_returned", None),
    "withdrawal_returned": ("withdrawal_returned", None),
    "claim": ("claim", None),
    "dispute_lost": ("dispute_lost", None),
    "claim_returned": ("claim_returned", None),
    "proceeds_kept": ("proceeds_kept", None),
    "feeding": ("feeding", None),
    "care": ("care", None),
    "reward": ("reward", None),
    "correction": ("correction", None),
    "insurance": ("insurance", None),
    "animal_withdrawal": ("animal_withdrawal", None),
}
"""The ledger's word for each type, and whether the wallet's owner has initiated it, where that makes the difference."""

Since = Annotated[IsoDateTime | None, Field(description="What was posted from then on")]
Until = Annotated[IsoDateTime | None, Field(description="What was posted before")]


class MovementFilters(BaseModel):
    """Which movements, and which page of them."""

    model_config = ConfigDict(extra="forbid")

    type: MovementType | None = None
    currency: AccountCurrency | None = None
    reference_id: UUID | None = Field(None, description="Such as an order's id")
    since: Since = None
    until: Until = None
    limit: int = Field(50, ge=1, le=100, description="Rows per page")
    cursor: str | None = Field(None, max_length=500, description="`next_cursor` of the page before")


class Movement(BaseModel):
    """What one transfer did to a wallet; `available_after` is what the owner could spend then."""

    transfer_id: UUID
    type: MovementType
    reference_id: UUID | None
    counterparty: str | None = Field(description="The end of the other user's id; of a purchase from us, our name")
    description: str
    currency: AccountCurrency
    available_change: Money
    held_change: Money
    available_after: Money
    posted_at: AwareDatetime


class StatementRequest(BaseModel):
    """A period, from its beginning on and before its end, in one currency."""

    model_config = ConfigDict(extra="forbid")

    currency: AccountCurrency
    since: IsoDateTime
    until: IsoDateTime
    format: Literal["csv", "pdf"] = "pdf"

    @model_validator(mode="after")
    def _begins_before_it_ends(self) -> Self:
        if self.since >= self.until:
            raise ValueError("since comes before until")
        return self


class Statement(BaseModel):
    """A period of one currency: what there was, what happened, what there is."""

    user_id: UUID
    currency: AccountCurrency
    since: datetime
    until: datetime
    opening: Money
    closing: Money
    lines: list[Movement]
