"""The tax in a price that includes it."""

from decimal import Decimal

WHOLE = 10_000
"""The price without tax, in basis points."""


def included(gross: int, basis_points: int) -> int:
    """Returns the tax within `gross`, both in minor units, at a rate in basis points of the price without tax.

    It is computed once for an invoice, from its total, and rounded half up. So `gross - tax` and `tax` always add up,
    and an invoice of many small items has no accumulated rounding errors.
    """
    return (2 * gross * basis_points + WHOLE + basis_points) // (2 * (WHOLE + basis_points))


def percent(basis_points: int) -> str:
    """Formats a rate as people write it: `19`, `8.1`."""
    return format((Decimal(basis_points) / 100).normalize(), "f")
