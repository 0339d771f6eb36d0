"""What is refused about contests, by name."""

from amigok_chassis.errors import DomainError, NotFound


class ContestNotFound(NotFound):
    """There is no such contest."""

    code = "contest_not_found"


class ContestEntered(DomainError):
    """Somebody has entered this contest: its terms stay as they are."""

    status, code = 409, "contest_entered"


class ResultsAnnounced(DomainError):
    """The results are announced: they stand, or are appealed."""

    status, code = 409, "results_announced"


class TimesPassed(DomainError):
    """A time of this contest has passed already."""

    status, code = 422, "contest_times_passed"


class UnknownInRules(DomainError):
    """The rules name a type, breed or farm that does not exist; `names` says what."""

    status, code = 422, "unknown_in_rules"
    sends = {"names": list[str]}
