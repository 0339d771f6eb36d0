"""What is refused about judges, by name."""

from amigok_chassis.errors import DomainError, NotFound


class JudgeNotFound(NotFound):
    """There is no such judge of this contest."""

    code = "judge_not_found"


class NotJudged(DomainError):
    """This contest is scored without judges, or it is over."""

    status, code = 409, "not_judged"


class MarksAreIn(DomainError):
    """The time to commit is over, or marks are revealed: who judges does not change any more."""

    status, code = 409, "marks_are_in"


class ConflictOfInterest(DomainError):
    """Nobody judges a contest that they have entered."""

    status, code = 409, "conflict_of_interest"


class OwnInvitation(DomainError):
    """Nobody invites themselves, or judges with judges whom they have chosen."""

    status, code = 403, "own_behalf"


class TooManyJudges(DomainError):
    """A contest has at most 50 judges."""

    status, code = 409, "too_many_judges"
