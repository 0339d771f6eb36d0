"""What is refused about leaderboards, by name."""

from amigok_chassis.errors import DomainError


class NotStarted(DomainError):
    """The contest has not started: nobody is ranked."""

    status, code = 409, "contest_not_started"


class NotRevealed(DomainError):
    """Judges have not revealed their marks: nobody is ranked."""

    status, code = 409, "contest_not_revealed"
