"""Failures of verifications."""

from amigok_chassis.errors import DomainError


class InvalidVerification(DomainError):
    """This link or code does not verify an address: it is wrong, was used, or has expired."""

    status, code = 422, "invalid_verification"
