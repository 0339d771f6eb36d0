"""What finding somebody refuses."""

from amigok_chassis.errors import DomainError, RetryAfter


class RecipientNotFound(DomainError):
    """Nobody here is known by this."""

    status, code = 404, "recipient_not_found"


class TooManyAttempts(DomainError):
    """You have looked for too many people who are not here; wait a while."""

    status, code = 429, "too_many_attempts"
    sends = {"retry_after": RetryAfter}
