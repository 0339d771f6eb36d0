"""Failures of codes."""

from amigok_chassis.errors import DomainError, RetryAfter


class TooManyMessages(DomainError):
    """Too many messages were sent in the last hour; wait before asking for another."""

    status, code = 429, "too_many_messages"
    sends = {"retry_after": RetryAfter}
