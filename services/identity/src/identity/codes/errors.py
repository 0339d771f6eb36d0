"""Failures of codes."""

from amigok_chassis.errors import DomainError


class TooManyMessages(DomainError):
    """Too many messages were sent in the last hour; wait before asking for another."""

    status, code = 429, "too_many_messages"
