"""What is refused about behaviour, by name."""

from amigok_chassis.errors import DomainError


class TimeEmpty(DomainError):
    """The time ends before it begins."""

    status, code = 422, "time_empty"


class TimeTooLong(DomainError):
    """At most a year is counted at once."""

    status, code = 422, "time_too_long"
