"""What clients ask for and get."""

from collections.abc import Mapping
from datetime import datetime
from typing import Annotated, Literal, Self
from uuid import UUID

from pydantic import AwareDatetime, BaseModel, ConfigDict, Field, model_validator

from amigok_chassis.money import AccountCurrency
from amigok_chassis.pagination import Paged
from amigok_chassis.values import IsoDateTime
from amigok_contracts import Money
from wallet.values import Purpose

PLATFORM = "Amigok"

Counterparty = Annotated[str, Field(pattern=f"^({PLATFORM}|…[0-9a-f]{{8}})$", examples=[PLATFORM, "…6c1d2b3a"])]

MovementType = Literal[
    "credit",
    "correction",
    "deposit",
    "withdrawal",
    "withdrawal_returned",
    "transfer_in",
    "transfer_out",
    "hold",
    "release",
    "purchase",
    "sale",
    "charge",
    "earning",
    "reward",
    "refund",
    "refund_returned",
    "debt",
    "debt_paid",
    "debt_given_up",
    "dispute_lost",
    "proceeds_kept",
]

KINDS: Mapping[MovementType, tuple[str, bool | None]] = {
    "credit": ("credit", None),
    "correction": ("correction", None),
    "deposit": ("deposit", None),
    "withdrawal": ("withdrawal", None),
    "withdrawal_returned": ("withdrawal_returned", None),
    "transfer_in": ("transfer", False),
    "transfer_out": ("transfer", True),
    "hold": ("hold", None),
    "release": ("release", None),
    "purchase": ("capture", True),
    "sale": ("capture", False),
    "charge": ("charge", True),
    "earning": ("charge", False),
    "reward": ("reward", None),
    "refund": ("refund", None),
    "refund_returned": ("refund_returned", None),
    "debt": ("debt", None),
    "debt_paid": ("debt_paid", None),
    "debt_given_up": ("debt_given_up", None),
    "dispute_lost": ("dispute_lost", None),
    "proceeds_kept": ("proceeds_kept", None),
}
"""The ledger's word for each type, and whether the wallet's owner has initiated it, where that makes the difference."""

Since = Annotated[IsoDateTime | None, Field(description="What was posted from then on")]
Until = Annotated[IsoDateTime | None, Field(description="What was posted before")]


class MovementFilters(Paged):
    """Which movements, and which page of them."""

    type: MovementType | None = None
    purpose: str | None = Field(None, max_length=80, description="What for, such as `wallet.withdrawal`")
    currency: AccountCurrency | None = None
    reference_id: UUID | None = Field(None, description="The id of what it was for")
    since: Since = None
    until: Until = None


class Movement(BaseModel):
    """What one transfer did to a wallet; `available_after` is what the owner could spend then."""

    transfer_id: UUID
    type: MovementType
    purpose: Purpose | None = Field(description="What for, beginning with the service that asked")
    reference_id: UUID | None
    counterparty: Counterparty | None = Field(
        description="The end of the other user's id; of what was paid to us, our name"
    )
    description: str
    currency: AccountCurrency
    available_change: Money
    held_change: Money
    owed_change: Money = Field(description="More or less of what the owner owes the platform")
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


class Balance(BaseModel):
    """What a user has in one currency: to spend, set aside, and what they owe."""

    available: Money
    held: Money
    owed: Money


class BalanceOut(BaseModel):
    """What a user has, one entry per currency."""

    balances: list[Balance]


class OpenHold(BaseModel):
    """Money set aside for what `reference_id` is the id of; without `expires_at` it stays until that ends."""

    id: UUID
    purpose: Purpose = Field(description="What for, beginning with the service that asked")
    reference_id: UUID
    description: str
    amount: Money
    expires_at: AwareDatetime | None


class OpenDebt(BaseModel):
    """What a user owes, or may owe while a payment is disputed (`frozen`), for what `reference_id` is the id of.

    `remaining` is taken as soon as it becomes available, in the order of this list.
    """

    purpose: Purpose = Field(description="What for, beginning with the service that asked")
    reference_id: UUID
    description: str
    amount: Money
    remaining: Money
    state: Literal["frozen", "owed"]
    since: AwareDatetime


class WalletOut(BaseModel):
    """Everything in a wallet, read at one moment."""

    user_id: UUID
    balances: list[Balance]
    holds: list[OpenHold]
    debts: list[OpenDebt]
