"""Filters and pages of animals."""

from decimal import Decimal
from typing import Annotated, Generic, Literal, Self, TypeVar
from uuid import UUID

from pydantic import BaseModel, Field, model_validator

from amigok_chassis.money import AccountCurrency
from amigok_chassis.pagination import Page, Paged
from amigok_chassis.values import OneSpelling
from farm.farms.schemas import Kilometres, Point
from farm.livestock.lifecycle import Status
from farm.livestock.models import Sex

T = TypeVar("T")

Sort = Literal["newest", "price", "-price", "weight", "-weight", "value", "-value", "distance"]
Kilograms = Annotated[Decimal, Field(ge=0, le=10_000, max_digits=12), OneSpelling]
Price = Annotated[Decimal, Field(ge=0, le=10**12, max_digits=18), OneSpelling]
Days = Annotated[int, Field(ge=0, le=36_500)]


class Filters(Paged):
    """Which animals to list, in which order. All filters must hold; bounds are inclusive."""

    livestock_type_id: UUID | None = None
    breed_id: UUID | None = None
    sex: Sex | None = None
    status: Status | None = Field(None, description="In public lists `available` by default")
    min_weight_kg: Kilograms | None = None
    max_weight_kg: Kilograms | None = None
    currency: AccountCurrency | None = Field(None, description="Needed to compare prices or values")
    min_price_per_kg: Price | None = None
    max_price_per_kg: Price | None = None
    min_value: Price | None = None
    max_value: Price | None = None
    min_age_days: Days | None = Field(None, description="Leaves out animals of unknown age")
    max_age_days: Days | None = None
    near: Point | None = Field(None, description="`latitude,longitude`: shows the distance of each animal's farm")
    within_km: Kilometres | None = Field(None, description="At most this far from `near`")
    sort: Sort = Field("newest", description="A minus reverses the order")
    count: bool = Field(False, description="Whether to count all matching animals, up to a limit")

    @model_validator(mode="after")
    def _complete(self) -> Self:
        if self.near is None and (self.within_km is not None or self.sort == "distance"):
            raise ValueError("within_km and the order by distance need near")
        compared = (self.min_price_per_kg, self.max_price_per_kg, self.min_value, self.max_value)
        if self.currency is None and (self.sort.strip("-") in ("price", "value") or compared != (None,) * 4):
            raise ValueError("prices and values are compared in one currency")
        return self


class FiltersAnywhere(Filters):
    """Which animals to list, of all farms or of one."""

    farm_id: UUID | None = None


class FiltersOfStaff(Filters):
    """Which animals of a farm its people list."""

    area_id: UUID | None = None


class Count(BaseModel):
    """The number of matching animals. `more` means that there are more than `value`."""

    value: int
    more: bool


class Found(Page[T], Generic[T]):
    """One page of animals, with their `count` if it was requested."""

    count: Count | None = None
