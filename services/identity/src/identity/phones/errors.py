"""Failures of phone numbers."""

from amigok_chassis.errors import DomainError


class InvalidPhoneCode(DomainError):
    """This code does not verify a number: it is wrong, was used, has expired, or there were too many tries."""

    status, code = 422, "invalid_phone_code"


class PhoneTaken(DomainError):
    """Another account has verified this number."""

    status, code = 409, "phone_taken"
