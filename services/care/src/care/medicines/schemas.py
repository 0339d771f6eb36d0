"""Medicines over HTTP."""

from decimal import Decimal
from typing import Annotated, Literal, Self
from uuid import UUID

from pydantic import AfterValidator, Field, field_validator, model_validator

from amigok_chassis.money import MoneyIn
from amigok_chassis.schemas import In, LongName, LongProperName, Name, Out, Prose, Version, thousandths
from amigok_chassis.values import OneSpelling
from amigok_contracts import Money

Days = Annotated[int, Field(ge=0, le=730, strict=True)]
Route = Literal[
    "oral",
    "intramuscular",
    "subcutaneous",
    "intravenous",
    "intramammary",
    "intrauterine",
    "topical",
    "inhaled",
]
AntimicrobialClass = Literal[
    "aminoglycosides",
    "amphenicols",
    "cephalosporins_1_2",
    "cephalosporins_3_4",
    "fluoroquinolones",
    "lincosamides",
    "macrolides",
    "other",
    "other_quinolones",
    "penicillins",
    "pleuromutilins",
    "polymyxins",
    "sulfonamides",
    "tetracyclines",
    "trimethoprim",
]
"""The classes in which the European Union collects the use of antimicrobials."""


def _ten_thousandths(quantity: Decimal) -> Decimal:
    return quantity.quantize(Decimal("0.0001"))


PerKg = Annotated[
    Decimal, Field(gt=0, le=10_000, max_digits=9, decimal_places=4), AfterValidator(_ten_thousandths), OneSpelling
]
Milligrams = Annotated[
    Decimal, Field(gt=0, le=1_000_000, max_digits=10, decimal_places=3), AfterValidator(thousandths), OneSpelling
]

MOST = 10**9
"""Minor units that a unit of a medicine costs at most."""


def _positive(price: Money) -> Money:
    if not 0 < price.minor <= MOST:
        raise ValueError(f"a price is between 1 and {MOST} minor units")
    return price


Price = Annotated[MoneyIn, AfterValidator(_positive)]


class WithdrawalPeriodIn(In):
    """How many days after the last administration such an animal gives no meat and no milk for people."""

    livestock_type_id: UUID
    meat_days: Days
    milk_days: Days


class MedicineIn(In):
    """A medicine. It may be given to the types of animals that it has withdrawal periods for.

    `unit` is what stock, doses and `prices` count in. `dose_from` and `dose_to` are units per kilogram of body weight
    for one administration. `antimicrobial_mg` is how much of its active substance one unit holds. Only a medicine with
    routes and a price can be prescribed.
    """

    name: LongProperName
    active_substance: LongName
    prescription_only: bool = Field(strict=True)
    withdrawal_periods: list[WithdrawalPeriodIn] = Field(min_length=1, max_length=50)
    description: Prose | None = None
    manufacturer: LongName | None = None
    storage_requirements: Prose | None = None
    strength: Name | None = None
    form: Name | None = None
    unit: Annotated[Name, Field(max_length=20)] = "ml"
    routes: list[Route] = Field(default=[], max_length=8)
    dose_from: PerKg | None = None
    dose_to: PerKg | None = None
    antimicrobial_class: AntimicrobialClass | None = None
    antimicrobial_mg: Milligrams | None = None
    prices: list[Price] = Field(default=[], max_length=3)

    @field_validator("withdrawal_periods")
    @classmethod
    def _each_type_once(cls, periods: list[WithdrawalPeriodIn]) -> list[WithdrawalPeriodIn]:
        if len({each.livestock_type_id for each in periods}) < len(periods):
            raise ValueError("a livestock type has one withdrawal period")
        return periods

    @field_validator("routes")
    @classmethod
    def _each_route_once(cls, routes: list[Route]) -> list[Route]:
        return sorted(set(routes))

    @field_validator("prices")
    @classmethod
    def _each_currency_once(cls, prices: list[Money]) -> list[Money]:
        if len({price.currency for price in prices}) < len(prices):
            raise ValueError("a medicine has one price in a currency")
        return prices

    @model_validator(mode="after")
    def _both_or_neither(self) -> Self:
        if (self.dose_from is None) != (self.dose_to is None):
            raise ValueError("a range of doses has both ends")
        if self.dose_from is not None and self.dose_to is not None and self.dose_from > self.dose_to:
            raise ValueError("dose_from is at most dose_to")
        if (self.antimicrobial_class is None) != (self.antimicrobial_mg is None):
            raise ValueError("an antimicrobial has a class and milligrams per unit")
        return self


class MedicineChange(MedicineIn):
    """The medicine as it is to be. Optional fields that are not sent keep what they have."""

    version: Version


class WithdrawalPeriodOut(Out):
    livestock_type_id: UUID
    meat_days: int
    milk_days: int


class MedicineOut(Out):
    id: UUID
    name: str
    active_substance: str
    prescription_only: bool
    version: int
    withdrawal_periods: list[WithdrawalPeriodOut]
    description: str | None
    manufacturer: str | None
    storage_requirements: str | None
    strength: str | None
    form: str | None
    unit: str
    routes: list[str]
    dose_from: Decimal | None
    dose_to: Decimal | None
    antimicrobial_class: str | None
    antimicrobial_mg: Decimal | None
    prices: list[Money]
