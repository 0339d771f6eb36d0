"""Whether a dose is usual for an animal, how many doses a treatment has, and what they cost."""

from collections.abc import Iterator
from decimal import ROUND_HALF_UP, Decimal

from amigok_contracts import Money

Range = tuple[Decimal | None, Decimal | None]


def warnings(dose: Decimal, weight_kg: Decimal | None, per_kg: Range) -> Iterator[str]:
    """Yields the codes of what is unusual about one dose, in units. `per_kg` is the medicine's range for a kilogram."""
    lowest, highest = per_kg
    if lowest is None or highest is None:
        yield "no_dose_range"
    elif weight_kg is None:
        yield "weight_unknown"
    elif dose < lowest * weight_kg:
        yield "dose_below_range"
    elif dose > highest * weight_kg:
        yield "dose_above_range"


def cost(price: Money, units: Decimal) -> int:
    """Returns what so many units cost, in minor units, if one has this price."""
    return int((price.minor * units).quantize(Decimal(1), ROUND_HALF_UP))


def times(*, every_hours: int, duration_days: int) -> int:
    """Returns how many doses there are in so many days, at least one."""
    return max(1, -(-duration_days * 24 // every_hours))
