"""The types of fields that several nouns have in their requests and answers."""

from decimal import Decimal


def grams(kg: Decimal) -> Decimal:
    """The same weight, to the gram: two spellings of one number are equal."""
    return kg.quantize(Decimal("0.001"))
