"""What is refused about suspicions, by name."""

from amigok_chassis.errors import DomainError, NotFound


class SuspicionNotFound(NotFound):
    """There is no such suspicion."""

    code = "suspicion_not_found"


class NotSuspected(DomainError):
    """An entry or judge that is named is not what the suspicion is about."""

    status, code = 422, "not_suspected"
