"""What administrators ask about orders, over HTTP."""

from datetime import UTC, date, datetime, time, timedelta
from decimal import Decimal
from typing import Self
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field, model_validator

from amigok_chassis.pagination import Paged
from amigok_chassis.values import IsoDate, IsoDateTime
from amigok_contracts import Money
from marketplace.listings.errors import State
from marketplace.orders.errors import OrderState
from marketplace.orders.numbers import OrderNumber
from marketplace.settings import ListingType

LONGEST = timedelta(days=92)


class OrderFilters(Paged):
    """Which orders to return. `party` is their buyer or seller; `since` and `until` are about when they were placed."""

    state: OrderState | None = None
    party: UUID | None = None
    number: OrderNumber | None = None
    since: IsoDateTime | None = None
    until: IsoDateTime | None = None


class Period(BaseModel):
    """Whole days (UTC), both included."""

    model_config = ConfigDict(extra="forbid")

    since: IsoDate
    until: IsoDate

    @model_validator(mode="after")
    def _is_bounded(self) -> Self:
        if not timedelta() <= self.until - self.since < LONGEST:
            raise ValueError(f"a period has 1 to {LONGEST.days} days")
        return self

    @property
    def begins(self) -> datetime:
        return datetime.combine(self.since, time(), UTC)

    @property
    def ends(self) -> datetime:
        return datetime.combine(self.until, time(), UTC) + timedelta(days=1)


class TradeStateOut(BaseModel):
    """The orders that were placed in the period and are in a state now."""

    state: OrderState
    orders: int
    price: Money


class TradeDayOut(BaseModel):
    """What happened on a day, in one currency: `volume` is what was paid, the `fees` included."""

    day: date
    placed: int
    completed: int
    cancelled: int
    refunded: int
    volume: Money
    fees: Money
    refunds: Money


class TradeStatisticsOut(BaseModel):
    """Orders by state, and by day; each in each currency."""

    states: list[TradeStateOut]
    days: list[TradeDayOut]


class ListingStateOut(BaseModel):
    """The listings that were made in the period and are in a state now."""

    listing_type: ListingType
    state: State
    listings: int


class ListingDayOut(BaseModel):
    """What happened to listings on a day. Those that were taken down count as removed when no appeal can follow."""

    listing_type: ListingType
    day: date
    listed: int
    sold: int
    expired: int
    removed: int


class ListingSalesOut(BaseModel):
    """How listings ended in the period: the share that was sold, and the median of days until they were."""

    listing_type: ListingType
    ended: int
    sold: int
    sold_share: Decimal = Field(examples=["0.8125"])
    median_days_to_sell: Decimal | None = Field(examples=["3.2"])


class ListingStatisticsOut(BaseModel):
    """Listings by state, by day and by how they ended; the platform's and users' apart."""

    states: list[ListingStateOut]
    days: list[ListingDayOut]
    sales: list[ListingSalesOut]
