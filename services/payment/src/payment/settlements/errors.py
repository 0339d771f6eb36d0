"""What settlements refuse, by name."""

from amigok_chassis.errors import NotFound


class SettlementNotFound(NotFound):
    """There is no such settlement."""

    code = "settlement_not_found"
