"""Subscriptions over HTTP."""

from typing import Literal, Self
from uuid import UUID

from pydantic import AwareDatetime, BaseModel, Field

from amigok_chassis.schemas import Out
from amigok_contracts import Currency, Money
from feed.periods.calendar import Cycle
from feed.periods.models import Period
from feed.subscriptions.models import Subscription


class CurrentPeriod(BaseModel):
    """The period that runs now. `state` is `asked` until its price is held."""

    id: UUID
    kind: Literal["package", "welfare"]
    state: Literal["asked", "open"]
    price: Money
    starts_at: AwareDatetime
    ends_at: AwareDatetime

    @classmethod
    def of(cls, period: Period) -> Self:
        return cls.model_validate({name: getattr(period, name) for name in cls.model_fields})


class SubscriptionOut(Out):
    """Which package an animal gets. Periods are counted from `anchor_at` in the time zone of its farm.

    `next_package_id` follows at the end of the period; with `cancel_at_end` nothing does.
    """

    id: UUID
    livestock_id: UUID
    package_id: UUID
    next_package_id: UUID | None
    cycle: Cycle
    currency: Currency
    state: Literal["active", "unpaid", "paused", "cancelled", "ended"]
    version: int
    anchor_at: AwareDatetime
    time_zone: str = Field(examples=["Europe/Madrid"])
    cancel_at_end: bool
    unpaid_since: AwareDatetime | None
    unpaid_reason: str | None = Field(
        description="The code of the wallet's last refusal", examples=["insufficient_funds"]
    )
    next_try_at: AwareDatetime | None = Field(description="When the price of an unpaid one is asked for again")
    started_at: AwareDatetime
    ended_at: AwareDatetime | None
    end_reason: str | None = Field(examples=["sold"])
    periods: list[CurrentPeriod] = Field(description="What runs now: at most one of a kind")

    @classmethod
    def of(cls, subscription: Subscription, periods: list[Period], unpaid_reason: str | None) -> Self:
        derived = {
            "unpaid_reason": unpaid_reason,
            "next_try_at": subscription.retry_at,
            "periods": [CurrentPeriod.of(period) for period in periods],
        }
        kept = {name: getattr(subscription, name) for name in cls.model_fields if name not in derived}
        return cls(**kept, **derived)
