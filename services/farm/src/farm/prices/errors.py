"""What prices are refused for, by name."""

from amigok_chassis.errors import DomainError


class PriceChanged(DomainError):
    """The animal no longer has the price that you expect."""

    status, code = 409, "price_changed"
