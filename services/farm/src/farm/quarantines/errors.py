"""What is refused about the quarantines of farms, by name."""

from amigok_chassis.errors import DomainError


class FarmInQuarantine(DomainError):
    """The farm is in quarantine already."""

    status, code = 409, "farm_in_quarantine"


class FarmNotInQuarantine(DomainError):
    """The farm is not in this quarantine."""

    status, code = 409, "farm_not_in_quarantine"
