"""What is refused about results, by name."""

from amigok_chassis.errors import DomainError, NotFound


class NoResult(NotFound):
    """The result of this contest is not announced yet."""

    code = "no_result"


class NotEnded(DomainError):
    """The contest has not ended yet, or was cancelled."""

    status, code = 409, "not_ended"


class MarksMissing(DomainError):
    """Judges may still reveal their marks."""

    status, code = 409, "marks_missing"


class NoScores(DomainError):
    """No entry has a score: nobody could win, and the clock cancels the contest when its result was due."""

    status, code = 409, "no_scores"


class NotInContest(DomainError):
    """An entry or a judge that is named does not take part in this contest, or no longer."""

    status, code = 422, "not_in_contest"
