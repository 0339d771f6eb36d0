"""What is refused about the stream, by name."""

from amigok_chassis.errors import DomainError, RetryAfter


class TooManyStreams(DomainError):
    """Too many clients are connected to this instance."""

    status, code = 503, "too_many_streams"
    sends = {"retry_after": RetryAfter}
