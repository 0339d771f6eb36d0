"""What the platform takes of a sale."""

from amigok_contracts import Money


def fee(price: Money, *, basis_points: int) -> Money:
    """So many hundredths of a per cent of the price, a half minor unit rounded up: 250 of 240.00 is 6.00."""
    return Money.of_minor((price.minor * basis_points + 5_000) // 10_000, price.currency)
