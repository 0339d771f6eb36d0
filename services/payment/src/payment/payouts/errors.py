"""What payouts refuse, by name."""

from amigok_chassis.errors import DomainError, NotFound


class PayoutNotFound(NotFound):
    """There is no such payout."""

    code = "payout_not_found"


class PayoutUnderWay(DomainError):
    """The payout has ended, or its provider may still report its outcome."""

    status, code = 409, "payout_under_way"
