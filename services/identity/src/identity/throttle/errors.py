"""Failures of throttled attempts."""

from amigok_chassis.errors import DomainError, RetryAfter


class TooManyAttempts(DomainError):
    """Too many wrong passwords or codes; wait before the next. On a device you have used before, send its token."""

    status, code = 429, "too_many_attempts"
    sends = {"retry_after": RetryAfter}
