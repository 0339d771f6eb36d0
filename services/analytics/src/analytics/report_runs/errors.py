"""What is refused about runs of reports, by name."""

from amigok_chassis.errors import DomainError, NotFound


class RunNotFound(NotFound):
    """There is no such run, or it is not yours."""

    code = "report_run_not_found"


class TooManyRuns(DomainError):
    """At most so many of your reports are made at once: wait for one, or cancel it."""

    status, code = 409, "too_many_report_runs"
    sends = {"most": int}


class NotReady(DomainError):
    """There is no file: the report is being made, has failed, or its file has expired."""

    status, code = 409, "report_not_ready"
    sends = {"state": str}


class TooManyRows(DomainError):
    """The report has more rows than a file of this format takes."""

    status, code = 422, "too_many_rows"
