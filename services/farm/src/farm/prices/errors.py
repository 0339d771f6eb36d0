"""What is refused about prices, by name."""

from amigok_chassis.errors import DomainError
from amigok_contracts import Money


class PriceChanged(DomainError):
    """The animal no longer has the price that you want to replace."""

    status, code = 409, "price_changed"
    sends = {"price_per_kg": Money}
