"""What is refused about recordings, by name."""

from amigok_chassis.errors import DomainError, NotFound


class RecordingNotFound(NotFound):
    """There is no such recording, or not all of it is yours to see."""

    code = "recording_not_found"


class TooManyKept(DomainError):
    """You keep as many recordings as you may; let one go first."""

    status, code = 409, "too_many_kept"
