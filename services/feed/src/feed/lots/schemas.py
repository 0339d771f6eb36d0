"""Feed in stock over HTTP."""

from datetime import date, datetime
from decimal import Decimal
from typing import Annotated
from uuid import UUID

from pydantic import AfterValidator, BaseModel, Field

from amigok_chassis import text
from amigok_chassis.schemas import In, NearMoment, Out, thousandths
from amigok_chassis.text import comparable
from amigok_chassis.values import IsoDate, OneSpelling

LONGEST_INGREDIENT = 100


def ingredient_key(name: str) -> str:
    """An ingredient as stock knows it: small letters, single spaces. Raises ValueError when that is too long."""
    key = comparable(name)
    if not 0 < len(key) <= LONGEST_INGREDIENT:
        raise ValueError(f"an ingredient has at most {LONGEST_INGREDIENT} characters")
    return key


Ingredient = Annotated[text.Name, Field(min_length=1, max_length=LONGEST_INGREDIENT), AfterValidator(ingredient_key)]
"""Compared, and shown, in small letters."""
Kg = Annotated[
    Decimal, Field(ge=0, le=10_000_000, decimal_places=3, max_digits=11), AfterValidator(thousandths), OneSpelling
]
DeliveredKg = Annotated[
    Decimal, Field(gt=0, le=10_000_000, decimal_places=3, max_digits=11), AfterValidator(thousandths), OneSpelling
]
NearDate = Annotated[IsoDate, Field(ge=date(2000, 1, 1), lt=date(2100, 1, 1))]
Reason = Annotated[text.Line, Field(min_length=3, max_length=200)]
Note = Annotated[text.Prose, Field(min_length=3, max_length=2000)]


class LotIn(In):
    """A delivery of feed. `expires_on` is the last day on which it may be fed, by the farm's calendar."""

    farm_id: UUID
    ingredient: Ingredient
    supplier: Annotated[text.Line, Field(min_length=1, max_length=200)]
    lot_number: Annotated[text.Line, Field(min_length=1, max_length=100)]
    delivered_at: NearMoment
    expires_on: NearDate
    kg: DeliveredKg


class LotCountIn(In):
    """What somebody has counted of a lot, and why it differs from the books."""

    counted_kg: Kg
    reason: Reason


class LotRecallIn(In):
    """Why a lot is recalled."""

    reason: Note


class ExplanationIn(In):
    """Why feed was given that was not in stock. With a lot, it was of this one, which was recorded later or expired."""

    explanation: Note
    lot_id: UUID | None = None


class LotOut(Out):
    """A delivery of feed and what is left of it, in kg."""

    id: UUID
    farm_id: UUID
    ingredient: str
    supplier: str
    lot_number: str
    delivered_at: datetime
    expires_on: date
    delivered_kg: Decimal
    left_kg: Decimal
    recorded_by: UUID
    recorded_at: datetime
    recalled_at: datetime | None
    recall_reason: str | None


class StockOut(Out):
    """An ingredient on a farm: what may be fed of it, what has expired or was recalled, what is fed a day, in kg.

    `daily_kg` is the mean of up to seven days before today; `days_left` is null while nothing was fed.
    """

    ingredient: str
    left_kg: Decimal
    unusable_kg: Decimal
    daily_kg: Decimal
    days_left: Decimal | None
    low_since: datetime | None


class StocksOut(BaseModel):
    """All ingredients that a farm has or had."""

    items: list[StockOut]


class StockDifferenceOut(Out):
    """What was fed of an ingredient while none of it was in stock, in kg. The lot is the one that explains it."""

    id: UUID
    farm_id: UUID
    ingredient: str
    kg: Decimal
    first_fed_at: datetime
    last_fed_at: datetime
    explained_at: datetime | None
    explained_by: UUID | None
    explanation: str | None
    lot_id: UUID | None


class EaterOut(Out):
    """An animal that ate of a lot: how much, when, and who has owned it since then. Without owners: the platform."""

    livestock_id: UUID
    tag_number: str | None
    kg: Decimal
    first_fed_at: datetime
    last_fed_at: datetime
    owner_ids: list[UUID]


class EatenOut(Out):
    """What an animal ate of a lot. Without a lot: of feed that was not in stock and is not explained by one."""

    lot_id: UUID | None
    ingredient: str
    supplier: str | None
    lot_number: str | None
    kg: Decimal
    first_fed_at: datetime
    last_fed_at: datetime
    recalled_at: datetime | None


class EatenLotsOut(BaseModel):
    """What an animal ate, by lot, latest first; at most 1,000 lots of the days that were asked for."""

    items: list[EatenOut]
