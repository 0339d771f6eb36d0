"""What may be told of a market. Pure rules: nothing about fewer than five sales."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from decimal import Decimal
from typing import Literal

from amigok_contracts.currencies import digits

FEWEST = 5
"""Sales below which a row says nothing but that they are too few."""

Every = Literal["week", "month", "quarter"]

BEGINNINGS: dict[Every, str] = {"week": "toMonday", "month": "toStartOfMonth", "quarter": "toStartOfQuarter"}
"""How ClickHouse calls the first day of each."""


_MONTHS: dict[Every, int] = {"month": 1, "quarter": 3}


def beginning(at: datetime, every: Every) -> datetime:
    """When the week, month or quarter of a moment began. With parts of them, one sale could be told by subtraction."""
    day = at.replace(hour=0, minute=0, second=0, microsecond=0)
    if every == "week":
        return day - timedelta(days=day.weekday())
    return day.replace(month=day.month - (day.month - 1) % _MONTHS[every], day=1)


def end(at: datetime, every: Every) -> datetime:
    """When the week, month or quarter ends that a moment is in; the moment itself where it ends one."""
    began = beginning(at, every)
    return at if began == at else beginning(began + timedelta(days=_LONGER[every]), every)


_LONGER: dict[Every, int] = {"week": 7, "month": 31, "quarter": 92}
"""Days from a beginning that lead into the next, and not beyond it."""


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
