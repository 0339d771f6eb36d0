"""Feed packages over HTTP."""

from datetime import datetime, time
from decimal import Decimal
from typing import Annotated, Any, Literal, Self
from uuid import UUID

from pydantic import AfterValidator, AwareDatetime, Field, StringConstraints, field_validator, model_validator

from amigok_chassis.money import MoneyIn
from amigok_chassis.schemas import In, LongProperName, NearMoment, Out, Prose, Version
from amigok_chassis.text import Line
from amigok_chassis.values import OneSpelling
from amigok_contracts import Money
from feed.packages.models import Package, PackageVersion, counting, upcoming
from feed.periods.calendar import Cycle

PackageType = Literal["basic", "standard", "premium", "organic"]

_Ids = Annotated[list[UUID], Field(max_length=100), AfterValidator(lambda ids: sorted(set(ids)))]
_Days = Annotated[int, Field(strict=True, ge=0, le=20_000)]
_Weight = Annotated[Decimal, Field(ge=Decimal("0.1"), le=5000, decimal_places=2, max_digits=6), OneSpelling]
_Kilograms = Annotated[Decimal, Field(gt=0, le=1000, decimal_places=3, max_digits=7), OneSpelling]
_Percent = Annotated[Decimal, Field(ge=0, le=100, decimal_places=2, max_digits=5), OneSpelling]
_Share = Annotated[Decimal, Field(gt=0, le=100, decimal_places=2, max_digits=5), OneSpelling]
_Energy = Annotated[Decimal, Field(ge=0, le=100, decimal_places=2, max_digits=5), OneSpelling]
_Clock = Annotated[str, StringConstraints(pattern=r"^([01][0-9]|2[0-3]):[0-5][0-9]$"), Field(examples=["07:30"])]
_Prices = Annotated[list[MoneyIn], Field(max_length=10)]


class Ingredient(In):
    """An ingredient and its share of the ration, in percent of its mass."""

    name: Annotated[Line, Field(min_length=1, max_length=100)]
    share_percent: _Share


class Nutrition(In):
    """What is in a kg of the ration; dry matter in percent of the mass, the rest in the dry matter."""

    dry_matter_percent: _Percent | None = None
    crude_protein_percent: _Percent | None = None
    fibre_percent: _Percent | None = None
    energy_mj_per_kg: _Energy | None = None


class Prices(In):
    """What a period costs: for each cycle, a price in each currency in which it is offered."""

    daily: _Prices = []
    weekly: _Prices = []
    monthly: _Prices = []

    @field_validator("daily", "weekly", "monthly")
    @classmethod
    def _each_currency_once(cls, prices: list[Money]) -> list[Money]:
        if len({price.currency for price in prices}) < len(prices):
            raise ValueError("a currency has one price")
        if any(price.minor <= 0 for price in prices):
            raise ValueError("a price is more than zero")
        return prices

    @property
    def all(self) -> list[tuple[Cycle, Money]]:
        cycles: tuple[Cycle, ...] = ("daily", "weekly", "monthly")
        return [(cycle, price) for cycle in cycles for price in getattr(self, cycle)]


class _Package(In):
    name: LongProperName
    description: Prose = ""
    package_type: PackageType
    livestock_type_ids: Annotated[_Ids, Field(min_length=1)]
    breed_ids: _Ids = Field([], description="None: all breeds of these types")
    farm_ids: _Ids = Field([], description="None: all farms")
    is_basic_ration: bool = Field(
        False, strict=True, description="What animals of these types get on these farms when nobody pays a package"
    )
    least_age_days: _Days | None = None
    most_age_days: _Days | None = None
    least_weight_kg: _Weight | None = None
    most_weight_kg: _Weight | None = None
    ration_kg: _Kilograms | None = Field(None, description="kg a day; or `ration_percent`")
    ration_percent: _Share | None = Field(None, description="kg a day, in percent of the animal's weight")
    meal_times: Annotated[list[_Clock], Field(min_length=1, max_length=12)] = Field(
        description="In the time zone of the farm", examples=[["07:00", "18:30"]]
    )
    ingredients: Annotated[list[Ingredient], Field(max_length=50)] = []
    nutrition: Nutrition = Nutrition()

    @field_validator("meal_times")
    @classmethod
    def _in_order(cls, times: list[str]) -> list[str]:
        if len(set(times)) < len(times):
            raise ValueError("a meal has one time")
        return sorted(times)

    @field_validator("ingredients")
    @classmethod
    def _whole(cls, ingredients: list[Ingredient]) -> list[Ingredient]:
        if ingredients and sum(each.share_percent for each in ingredients) != 100:
            raise ValueError("the shares of all ingredients come to 100 percent")
        return ingredients

    @model_validator(mode="after")
    def _makes_sense(self) -> Self:
        if (self.ration_kg is None) == (self.ration_percent is None):
            raise ValueError("a ration is ration_kg or ration_percent")
        if self.is_basic_ration and self.package_type != "basic":
            raise ValueError("a basic ration is a package of the type basic")
        _require_order(self.least_age_days, self.most_age_days)
        _require_order(self.least_weight_kg, self.most_weight_kg)
        return self

    @property
    def times(self) -> list[time]:
        return [time.fromisoformat(each) for each in self.meal_times]


class PackageIn(_Package):
    prices: Prices = Prices()


class PackageChange(_Package):
    """The whole package as it is to be, apart from its prices. Another ration is a new version from `valid_from` on."""

    version: Version
    valid_from: NearMoment | None = Field(None, description="null: now")


class PricingIn(Prices):
    """All prices of a package from `valid_from` on. Periods that have begun keep theirs."""

    version: Version
    valid_from: NearMoment | None = Field(None, description="null: now")


class PricesOut(Out):
    daily: list[Money]
    weekly: list[Money]
    monthly: list[Money]


class VersionOut(Out):
    """What a package feeds and costs from a time on."""

    id: UUID
    number: int
    valid_from: AwareDatetime
    ration_kg: Decimal | None
    ration_percent: Decimal | None
    meal_times: list[str] = Field(examples=[["07:00", "18:30"]])
    ingredients: list[dict[str, Any]]
    nutrition: dict[str, Any]
    prices: PricesOut

    @classmethod
    def of(cls, version: PackageVersion) -> Self:
        prices: dict[str, list[Money]] = {"daily": [], "weekly": [], "monthly": []}
        for each in version.prices:
            prices[each.cycle].append(Money.of_minor(each.price_minor, each.currency))
        names = ("id", "number", "valid_from", "ration_kg", "ration_percent", "ingredients", "nutrition")
        return cls(
            **{name: getattr(version, name) for name in names},
            meal_times=[each.isoformat("minutes") for each in version.meal_times],
            prices=PricesOut(**prices),
        )


class PackageOut(Out):
    """A package as it is now; `upcoming` are versions that begin later."""

    id: UUID
    name: str
    description: str
    package_type: PackageType
    livestock_type_ids: list[UUID]
    breed_ids: list[UUID]
    farm_ids: list[UUID]
    is_basic_ration: bool
    least_age_days: int | None
    most_age_days: int | None
    least_weight_kg: Decimal | None
    most_weight_kg: Decimal | None
    version: int
    retired_at: AwareDatetime | None
    current: VersionOut | None
    upcoming: list[VersionOut]

    @classmethod
    def of(cls, package: Package, versions: list[PackageVersion], now: datetime) -> Self:
        current = counting(versions, now)
        fields = {name: getattr(package, name) for name in cls.model_fields if name not in ("current", "upcoming")}
        return cls(
            **fields,
            current=VersionOut.of(current) if current else None,
            upcoming=[VersionOut.of(version) for version in upcoming(versions, now)],
        )


def _require_order(least: Decimal | int | None, most: Decimal | int | None) -> None:
    if least is not None and most is not None and least > most:
        raise ValueError("the least is not more than the most")
