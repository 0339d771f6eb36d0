"""The platform's fee on a sale."""

from amigok_contracts import Money


def fee(price: Money, *, basis_points: int) -> Money:
    """Returns the fee in the price's currency, half a minor unit rounded up: 250 basis points of 240.00 are 6.00."""
    return Money.of_minor((price.minor * basis_points + 5_000) // 10_000, price.currency)
