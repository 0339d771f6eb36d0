"""What is refused about reports and take-downs, by name."""

from amigok_chassis.errors import DomainError, NotFound, RetryAfter


class TakedownNotFound(NotFound):
    """There is no such take-down."""

    code = "takedown_not_found"


class ReportedBefore(DomainError):
    """You have reported this listing already."""

    status, code = 409, "reported_before"


class TooManyReports(DomainError):
    """You have reported many listings lately."""

    status, code = 429, "too_many_reports"
    sends = {"retry_after": RetryAfter}


class PlatformListing(DomainError):
    """This is the platform's own listing: change or remove it."""

    status, code = 409, "platform_listing"


class TooLateForAppeal(DomainError):
    """The time for an appeal is over, or the listing was ended."""

    status, code = 409, "too_late_for_appeal"


class OwnDecision(DomainError):
    """You took this down yourself: another administrator decides on the appeal."""

    status, code = 403, "own_decision"
