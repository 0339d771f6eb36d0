"""Why an address stays as it is."""

from amigok_chassis.errors import DomainError


class InvalidEmailChange(DomainError):
    """This link or code does not change your address: it is wrong, used or too old."""

    status, code = 422, "invalid_email_change"


class EmailUnchanged(DomainError):
    """This is your address already."""

    status, code = 409, "email_unchanged"


class EmailTaken(DomainError):
    """This address has an account of its own by now."""

    status, code = 409, "email_taken"
