"""What is refused about reports, by name."""

from amigok_chassis.errors import DomainError, NotFound


class ReportNotFound(NotFound):
    """There is no such report, or it is not yours."""

    code = "report_not_found"


class TooManyReports(DomainError):
    """Nobody keeps more reports than `most`: delete one first."""

    status, code = 409, "too_many_reports"
    sends = {"most": int}
