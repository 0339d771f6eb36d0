"""What is refused about logs, by name."""

from amigok_chassis.errors import DomainError


class PeriodOutOfRange(DomainError):
    """A log is of 1 to `most` days, the first of them not after the last, and none after today."""

    status, code = 422, "period_out_of_range"
    sends = {"most": int}
