"""What is refused about behaviour, by name."""

from amigok_chassis.errors import DomainError


class TimeTooLong(DomainError):
    """At most a year is counted at once."""

    status, code = 422, "time_too_long"
