"""How an animal does beside others like it. Pure rules: no ranks, and nothing about cohorts of a few."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

SMALLEST = 10
"""Animals that a cohort has at least. Of fewer, nothing but that they are too few is told."""

Place = Literal["lowest_quarter", "below_middle", "above_middle", "highest_quarter"]


@dataclass(frozen=True)
class Spread:
    """A measure of a cohort: a quarter of its animals is below `low`, half below `middle`, a quarter above `high`."""

    animals: int
    low: Decimal
    middle: Decimal
    high: Decimal


def spread(animals: int, quartiles: Sequence[float], places: int = 3) -> Spread | None:
    """A measure of so many animals, or None where they are too few to tell."""
    if animals < SMALLEST:
        return None
    low, middle, high = (Decimal(repr(each)).quantize(Decimal(1).scaleb(-places)) for each in quartiles)
    return Spread(animals, low, middle, high)


def place(value: Decimal | None, among: Spread | None) -> Place | None:
    """In which quarter of its cohort an animal is. There is no rank: of animals that are alike, nobody is third."""
    if value is None or among is None:
        return None
    if value < among.low:
        return "lowest_quarter"
    if value < among.middle:
        return "below_middle"
    return "above_middle" if value <= among.high else "highest_quarter"


def share(part: int, animals: int) -> Decimal | None:
    """A share of a cohort, or None where it is too small."""
    return None if animals < SMALLEST else (Decimal(part) / Decimal(animals)).quantize(Decimal("0.0001"))
