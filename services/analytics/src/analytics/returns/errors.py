"""What is refused about returns, by name."""

from datetime import date

from amigok_chassis.errors import DomainError


class RateMissing(DomainError):
    """Something moved in a currency for which no rate of that day was given; nothing is converted without one."""

    status, code = 422, "rate_missing"
    sends = {"currency": str, "day": date}


class TooManyLines(DomainError):
    """So many movements are too many for one account: ask for less time, or for fewer animals."""

    status, code = 422, "too_many_lines"
    sends = {"most": int}
