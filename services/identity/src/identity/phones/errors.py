"""What can be wrong with a number or its code."""

from amigok_chassis.errors import DomainError


class InvalidPhoneCode(DomainError):
    """This code does not prove a number: it is wrong, used or too old, or there were too many tries."""

    status, code = 422, "invalid_phone_code"


class PhoneTaken(DomainError):
    """Another account has proved this number."""

    status, code = 409, "phone_taken"
