"""What clients send and get."""

from typing import Annotated, Literal
from uuid import UUID

from pydantic import AwareDatetime, BaseModel, ConfigDict, Field

from amigok_contracts import Money
from amigok_contracts.money_requests import Refusal
from amigok_contracts.values import known
from wallet.values import Purpose

Sign = Annotated[
    str,
    known("new_recipient", "new_device", "credentials_changed", "single_factor", "new_account", "large_amount"),
]
"""What was unusual."""


class StopIn(BaseModel):
    """For how long nothing may leave; null: until you lift it."""

    model_config = ConfigDict(extra="forbid")

    hours: Annotated[int, Field(ge=1, le=168)] | None


class StopOut(BaseModel):
    """Since when nothing leaves, and until when; null: until you lift it."""

    since: AwareDatetime
    until: AwareDatetime | None


class ExitLimits(BaseModel):
    """What may leave in one currency: within a day at all (`used` of it has), and what is small enough for one step."""

    daily: Money
    used: Money
    left: Money
    cautious_daily: Money = Field(
        description="A day's limit with one factor, a new device or account, or changed credentials"
    )
    small: Money = Field(description="To somebody you have paid before")
    new_recipient: Money = Field(description="To somebody new")
    small_daily: Money = Field(description="What is small enough for one step, all in all")


class UnusualExit(BaseModel):
    """Something unusual that left or was refused."""

    purpose: Purpose = Field(description="What for, beginning with the service that asked")
    reference_id: UUID
    amount: Money
    state: Literal["allowed", "refused", "undone"]
    reason: Refusal | None
    signs: list[Sign]
    at: AwareDatetime


class ExitsOut(BaseModel):
    """What may leave your wallet, whether you have stopped it, and what was unusual lately, newest first."""

    limits: list[ExitLimits]
    stopped: StopOut | None
    unusual: list[UnusualExit]
