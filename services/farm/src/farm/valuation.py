"""What an animal is worth."""

from decimal import ROUND_HALF_EVEN, Decimal

from amigok_contracts import Money


def value_of(weight_kg: Decimal, price_per_kg: Money) -> Money:
    """Weight times price per kg, in whole minor units; a half goes to the even one, so that sums do not drift."""
    minor = (weight_kg * price_per_kg.minor).to_integral_value(ROUND_HALF_EVEN)
    return Money.of_minor(int(minor), price_per_kg.currency)
