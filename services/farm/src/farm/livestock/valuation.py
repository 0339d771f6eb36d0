"""What an animal is worth, in Python and in SQL. A test checks that both give the same value."""

from decimal import ROUND_HALF_EVEN, Decimal

from amigok_contracts import Money

VALUE_MINOR = """(round(weight_kg * price_per_kg_minor::numeric) -
CASE
    WHEN mod(weight_kg * price_per_kg_minor::numeric, 2::numeric) = 0.5 THEN 1
    ELSE 0
END::numeric)::bigint"""
"""`value_of` in SQL. PostgreSQL rounds a half away from zero; a half that became odd is rounded back."""


def value_of(weight_kg: Decimal, price_per_kg: Money) -> Money:
    """Returns weight times price per kg in whole minor units. Halves are rounded to even, so that sums do not drift."""
    minor = (weight_kg * price_per_kg.minor).to_integral_value(ROUND_HALF_EVEN)
    return Money.of_minor(int(minor), price_per_kg.currency)
