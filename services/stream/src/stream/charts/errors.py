"""What is refused about charts, by name."""

from amigok_chassis.errors import DomainError


class RangeTooLong(DomainError):
    """The time is too long for this resolution; `longest_days` says how long it may be."""

    status, code = 422, "range_too_long"
    sends = {"longest_days": int}


class RangeEmpty(DomainError):
    """The time ends before it begins."""

    status, code = 422, "range_empty"
