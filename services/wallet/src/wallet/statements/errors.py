"""What statements refuse."""

from amigok_chassis.errors import DomainError


class InTheFuture(DomainError):
    """What will have been posted by then, nobody knows yet."""

    status, code = 422, "in_the_future"


class PeriodTooLong(DomainError):
    """There are too many movements in this period for one statement."""

    status, code = 422, "period_too_long"
