"""What is refused about appeals, by name."""

from amigok_chassis.errors import DomainError, NotFound


class AppealNotFound(NotFound):
    """There is no such appeal."""

    code = "appeal_not_found"


class TooLateToAppeal(DomainError):
    """The time for appeals is over, or there is no result yet."""

    status, code = 409, "too_late_to_appeal"


class AppealedBefore(DomainError):
    """This result was appealed for this entry already."""

    status, code = 409, "appealed_before"
