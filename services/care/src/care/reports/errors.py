"""What is refused about reports of care, by name."""

from amigok_chassis.errors import DomainError, NotFound


class ReportMissing(DomainError):
    """There is no report of this care yet: write what was found first."""

    status, code = 409, "report_missing"


class ReportNotFound(NotFound):
    """There is no report of this care, or you may not see it."""

    code = "report_not_found"


class FollowUpOutOfRange(DomainError):
    """A follow-up has a care service and a day within the next year."""

    status, code = 422, "follow_up_out_of_range"


class FileNotFound(NotFound):
    """This request has no such file."""

    code = "file_not_found"


class TooManyFiles(DomainError):
    """The request has as many files as it may have."""

    status, code = 409, "too_many_files"
