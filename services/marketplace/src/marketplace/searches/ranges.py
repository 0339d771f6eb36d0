"""The ranges by which numbers are counted: each begins at an edge and ends before the next."""

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from decimal import Decimal

from amigok_contracts import digits

EDGES: Mapping[str, Sequence[int]] = {
    "price": (50, 100, 200, 500, 1_000, 2_000, 5_000, 10_000),
    "price_per_kg": (2, 4, 6, 8, 10, 15, 20),
    "weight_kg": (10, 25, 50, 75, 100, 200, 400, 800),
    "age_days": (90, 180, 365, 730, 1_460, 2_920),
    "rating": (2, 3, 4),
}
"""Prices in units of their currency."""
PRICES = ("price", "price_per_kg")


def edges(facet: str, currency: str) -> list[int]:
    """The edges as documents have them: prices in minor units."""
    scale = 10 ** digits(currency) if facet in PRICES else 1
    return [edge * scale for edge in EDGES[facet]]


def ends(facet: str, number: int) -> tuple[str | None, str | None]:
    """Where a range begins and ends, by its number; None where it has no end."""
    known = EDGES[facet]
    return (str(known[number - 1]) if number else None, str(known[number]) if number < len(known) else None)


def number(facet: str, value: Decimal) -> int:
    """In which range a value is."""
    return bisect_right(EDGES[facet], value)
