"""Failures of changes of the password."""

from amigok_chassis.errors import DomainError


class InvalidReset(DomainError):
    """This link does not change a password: it is wrong, was used, has expired, or is not in the newest mail."""

    status, code = 422, "invalid_reset"


class WrongPassword(DomainError):
    """This is not the current password."""

    status, code = 403, "wrong_password"
