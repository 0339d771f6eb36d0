"""What an animal is worth: the rule in Python, and the same rule for the database. A test holds them together."""

from decimal import ROUND_HALF_EVEN, Decimal

from amigok_contracts import Money

VALUE_MINOR = """(round(weight_kg * price_per_kg_minor::numeric) -
CASE
    WHEN mod(weight_kg * price_per_kg_minor::numeric, 2::numeric) = 0.5 THEN 1
    ELSE 0
END::numeric)::bigint"""
"""`value_of` in SQL, as PostgreSQL spells it: its `round` leads a half away from zero, and an odd cent goes back."""


def value_of(weight_kg: Decimal, price_per_kg: Money) -> Money:
    """Weight times price per kg, in whole minor units; a half goes to the even one, so that sums do not drift."""
    minor = (weight_kg * price_per_kg.minor).to_integral_value(ROUND_HALF_EVEN)
    return Money.of_minor(int(minor), price_per_kg.currency)
