"""Care services over HTTP."""

from typing import Annotated, Self
from uuid import UUID

from pydantic import AfterValidator, Field

from amigok_chassis.money import CURRENCIES, MoneyIn
from amigok_chassis.schemas import In, Out, ProperName, Prose, Version
from amigok_contracts import Money
from care.procedures.models import CareType, Pricing, Procedure

_HIGHEST = 100_000_000


def _one_for_each_currency(prices: list[Money]) -> list[Money]:
    if sorted(price.currency for price in prices) != sorted(CURRENCIES):
        raise ValueError(f"needs one price for each of {', '.join(CURRENCIES)}")
    if not all(0 <= price.minor <= _HIGHEST for price in prices):
        raise ValueError("a price is at least 0 and at most 1,000,000.00")
    return prices


Prices = Annotated[
    list[MoneyIn],
    Field(max_length=len(CURRENCIES), description=f"One for each of {', '.join(CURRENCIES)}"),
    AfterValidator(_one_for_each_currency),
]
Ids = Annotated[list[UUID], Field(max_length=100)]


class CareServiceIn(In):
    """`fixed`: the price is the quote. `estimated`: somebody quotes each time.

    Without `livestock_type_ids` it is for all types; without `veterinarian_ids` every veterinarian may do it.
    """

    name: ProperName
    care_type: CareType
    description: Prose = ""
    pricing: Pricing = "fixed"
    prices: Prices
    duration_minutes: Annotated[int, Field(strict=True, ge=5, le=1440)]
    livestock_type_ids: Ids = []
    veterinarian_ids: Ids = []


class CareServiceChange(CareServiceIn):
    """The whole care service as it is to be. Requests that are under way keep theirs."""

    version: Version
    is_active: Annotated[bool, Field(strict=True)]


class CareServiceOut(Out):
    id: UUID
    name: str
    care_type: CareType
    description: str
    pricing: Pricing
    prices: list[Money]
    duration_minutes: int
    livestock_type_ids: list[UUID]
    is_active: bool
    version: int

    @classmethod
    def of(cls, procedure: Procedure) -> Self:
        prices = [procedure.price(currency) for currency in sorted(procedure.prices)]
        return cls(**{name: getattr(procedure, name) for name in cls.model_fields if name != "prices"}, prices=prices)


class CareServiceDetails(CareServiceOut):
    """What administrators see in addition: who may do it, if not every veterinarian."""

    veterinarian_ids: list[UUID]
