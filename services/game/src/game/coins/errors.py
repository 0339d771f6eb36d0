"""What is refused about coins, by name."""

from amigok_chassis.errors import DomainError


class NotEnoughCoins(DomainError):
    """You have too few coins."""

    status, code = 409, "not_enough_coins"
    sends = {"balance": int}
