"""What is refused about any figures, by name."""

from amigok_chassis.errors import DomainError


class TimeEmpty(DomainError):
    """The time ends before it begins."""

    status, code = 422, "time_empty"
