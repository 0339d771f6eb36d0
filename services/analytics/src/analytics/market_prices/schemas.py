"""The market over HTTP."""

from datetime import date
from typing import Annotated, Literal
from uuid import UUID

from pydantic import AwareDatetime, BaseModel, Field

from amigok_chassis.pagination import Paged
from amigok_chassis.schemas import NearMoment
from amigok_contracts import Money
from analytics.figures.schemas import Figures
from analytics.figures.values import Number, Share
from analytics.market_prices.rules import Every


class MarketAsk(Paged):
    """Which sales, and how they are put together: the last year by month and 25 kg, if nothing is said.

    The time is moved to whole weeks, months or quarters of UTC, so that none is told in parts.
    """

    livestock_type_id: UUID | None = None
    breed_id: UUID | None = None
    since: NearMoment | None = None
    until: NearMoment | None = None
    every: Every = "month"
    class_kg: Annotated[
        Literal["10", "25", "50", "100", "250"], Field(description="How wide a class of weights is, in kg")
    ] = "25"
    by_breed: bool = True


class MarketPriceOut(BaseModel):
    """What animals of a class were sold for, from a day on. Of fewer than five sales all but the class is null.

    Weights are those of the last weighing before the sale. `per_kg_low` and `per_kg_high` are quartiles; `spread` is
    what lies between them, as a part of the middle. `days_to_sell` is half of them, from the publishing of the listing.
    """

    begins_on: date
    livestock_type_id: UUID
    type_name: str = Field(examples=["Sheep"])
    breed_id: UUID | None
    breed_name: str | None = Field(examples=["Awassi"])
    weight_from_kg: int
    weight_below_kg: int
    currency: str = Field(examples=["USD"])
    sales: int | None
    per_kg_low: Number | None
    per_kg: Number | None
    per_kg_high: Number | None
    spread: Share | None
    days_to_sell: Number | None
    volume: Money | None


class MarketOut(Figures):
    """What was sold for how much, newest first."""

    since: AwareDatetime
    until: AwareDatetime
    fewest_sales: int
    items: list[MarketPriceOut]
    next_cursor: str | None


class SaleOut(BaseModel):
    """A sale that prices come from. Nobody is named."""

    at: AwareDatetime
    order_id: UUID
    livestock_id: UUID
    weight_kg: Number
    price: Money
    event_id: UUID
