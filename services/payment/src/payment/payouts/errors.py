"""What is refused about payouts, by name."""

from amigok_chassis.errors import DomainError, NotFound


class PayoutNotFound(NotFound):
    """There is no such payout."""

    code = "payout_not_found"


class PayoutUnderWay(DomainError):
    """The payout has ended, or its provider may still tell."""

    status, code = 409, "payout_under_way"
