"""Failures of changes of the address."""

from amigok_chassis.errors import DomainError


class InvalidEmailChange(DomainError):
    """This link or code does not change your address: it is wrong, was used, or has expired."""

    status, code = 422, "invalid_email_change"


class EmailUnchanged(DomainError):
    """This is already your address."""

    status, code = 409, "email_unchanged"


class EmailTaken(DomainError):
    """This address has an account of its own by now."""

    status, code = 409, "email_taken"
