"""How much an animal gets."""

from decimal import ROUND_HALF_UP, Decimal

_GRAM = Decimal("0.001")


def ration(kg: Decimal | None, percent: Decimal | None, *, meals: int, weight_kg: Decimal | None) -> Decimal | None:
    """One of so many equal meals of a day, in kg to the gram: of a fixed amount, or of a percentage of the weight.

    Null where it depends on a weight that is not known.
    """
    if kg is None:
        if percent is None or weight_kg is None:
            return None
        kg = weight_kg * percent / 100
    return (kg / meals).quantize(_GRAM, ROUND_HALF_UP)
