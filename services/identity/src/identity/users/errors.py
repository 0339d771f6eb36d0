"""Failures of users."""

from amigok_chassis.errors import DomainError


class UsernameTaken(DomainError):
    """Somebody else has this username."""

    status, code = 409, "username_taken"
