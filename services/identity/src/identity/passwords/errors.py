"""Failures of passwords."""

from amigok_chassis.errors import DomainError


class WeakPassword(DomainError):
    """The password is too easy to guess."""

    status, code = 422, "weak_password"


class TooBusy(DomainError):
    """Too many passwords are being checked at the moment; try again shortly."""

    status, code = 503, "too_busy"
