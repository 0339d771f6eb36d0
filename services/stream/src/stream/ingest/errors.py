"""What is refused about publishing, by name."""

from amigok_chassis.errors import DomainError


class KeyRefused(DomainError):
    """This stream key is unknown, used, replaced or expired; the device asks for another one."""

    status, code = 403, "stream_key_refused"


class PublisherEnded(DomainError):
    """This session has ended; the media server is to cut it."""

    status, code = 403, "publisher_ended"
