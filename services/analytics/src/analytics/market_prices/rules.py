"""What may be told of a market. Pure rules: nothing about fewer than five sales."""

from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from amigok_contracts.currencies import digits

FEWEST = 5
"""Sales below which a row says nothing but that they are too few."""

Every = Literal["week", "month", "quarter"]

BEGINNINGS: dict[Every, str] = {"week": "toMonday", "month": "toStartOfMonth", "quarter": "toStartOfQuarter"}
"""How ClickHouse calls the first day of each."""


@dataclass(frozen=True)
class PerKg:
    """Prices of a kg in the currency: a quarter of the sales was below `low`, half below `middle`.

    `spread` is what lies between the quarters, as a part of the middle.
    """

    low: Decimal
    middle: Decimal
    high: Decimal
    spread: Decimal | None


def per_kg(sales: int, minor: tuple[float, float, float], currency: str) -> PerKg | None:
    """Prices from quartiles in minor units, or None where there are too few sales."""
    if sales < FEWEST:
        return None
    low, middle, high = (_price(each, currency) for each in minor)
    spread = ((high - low) / middle).quantize(Decimal("0.0001")) if middle else None
    return PerKg(low, middle, high, spread)


def _price(minor: float, currency: str) -> Decimal:
    return Decimal(repr(minor)).scaleb(-digits(currency)).quantize(Decimal(1).scaleb(-digits(currency) - 2))
