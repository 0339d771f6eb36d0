"""Schedule and history over HTTP."""

from datetime import datetime
from decimal import Decimal
from typing import Literal
from uuid import UUID

from pydantic import BaseModel

from amigok_chassis.pagination import Page
from amigok_contracts import Money


class ScheduledMealOut(BaseModel):
    """A planned meal. `ration_kg` is what it comes to now; null while the animal's weight is not known.

    `weight`: `measured`, `estimated` or `unknown`; null where the ration does not depend on it.
    """

    meal_id: UUID
    due_at: datetime
    package_name: str | None
    ingredients: list[str]
    ration_kg: Decimal | None
    weight: Literal["measured", "estimated", "unknown"] | None
    price: Money | None


class EatenMealOut(BaseModel):
    """A meal that was `fed`, eaten `partly`, `refused` or `missed`. `kg` is null where nobody knows."""

    meal_id: UUID
    due_at: datetime
    state: Literal["fed", "partly", "refused", "missed"]
    fed_at: datetime | None
    kg: Decimal | None
    is_estimated: bool
    reason: str | None
    package_name: str | None
    cost: Money | None


class FeedConversionOut(BaseModel):
    """How many kg of feed made a kg of gain, between two weights. `ratio` is null where it gained nothing.

    `is_estimated`: the later weight is the farm's estimate, or what some meals came to was estimated or is not known.
    """

    since: datetime
    until: datetime
    eaten_kg: Decimal
    gain_kg: Decimal
    ratio: Decimal | None
    is_estimated: bool


class FeedingSummaryOut(BaseModel):
    """All meals of the time that was asked for, not only those on the page.

    `unknown` counts the meals of which nobody knows how much was eaten; `eaten_kg` is without them.
    """

    since: datetime
    until: datetime
    fed: int
    partly: int
    refused: int
    missed: int
    unknown: int
    eaten_kg: Decimal
    cost: list[Money]
    conversion: FeedConversionOut | None


class FeedingHistoryOut(Page[EatenMealOut]):
    """What an animal ate, latest first. An owner sees the time in which they owned it."""

    summary: FeedingSummaryOut
