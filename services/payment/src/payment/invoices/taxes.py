"""The tax in a price that includes it."""

from decimal import Decimal

WHOLE = 10_000
"""So many basis points are the price without tax."""


def included(gross: int, basis_points: int) -> int:
    """The tax within `gross`, both in minor units, at a rate of so many basis points of the price without tax.

    Computed once for an invoice, from its total, and rounded half up: `gross - tax` and `tax` always add up, and an
    invoice of many small items is not off by a rounding of each.
    """
    return (2 * gross * basis_points + WHOLE + basis_points) // (2 * (WHOLE + basis_points))


def percent(basis_points: int) -> str:
    """A rate as people write it: `19`, `8.1`."""
    return format((Decimal(basis_points) / 100).normalize(), "f")
