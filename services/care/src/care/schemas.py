"""The types of fields that several nouns have in their requests and answers."""

from decimal import Decimal


def thousandths(quantity: Decimal) -> Decimal:
    """A quantity as the database returns it."""
    return quantity.quantize(Decimal("0.001"))
