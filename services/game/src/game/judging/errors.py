"""What is refused about marks, by name."""

from amigok_chassis.errors import DomainError


class NotJudgingYet(DomainError):
    """The contest has not ended yet: judging begins then."""

    status, code = 409, "not_judging_yet"


class CommitTooLate(DomainError):
    """The time to commit is over."""

    status, code = 409, "commit_too_late"


class RevealTooEarly(DomainError):
    """Others may still commit: marks are revealed when all have, or when the time to commit is over."""

    status, code = 409, "reveal_too_early"


class RevealTooLate(DomainError):
    """The time to reveal is over: these marks do not count."""

    status, code = 409, "reveal_too_late"


class NotCommitted(DomainError):
    """You have not committed to any marks in time."""

    status, code = 409, "not_committed"


class CommitmentMismatch(DomainError):
    """These are not the marks and the nonce that you have committed to."""

    status, code = 422, "commitment_mismatch"


class InvalidMarks(DomainError):
    """The marks do not fit the contest's entries and criteria."""

    status, code = 422, "invalid_marks"


class NotRevealedYet(DomainError):
    """Others have not revealed their marks, and may still do so."""

    status, code = 409, "not_revealed_yet"


class EntryNotShown(DomainError):
    """There is no such entry or picture for you to judge."""

    status, code = 404, "entry_not_shown"
