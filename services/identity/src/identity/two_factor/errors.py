"""Failures of second factors."""

from amigok_chassis.errors import DomainError


class TwoFactorEnabled(DomainError):
    """Two-factor authentication is on already; switch it off to set it up again."""

    status, code = 409, "two_factor_enabled"


class TwoFactorDisabled(DomainError):
    """Two-factor authentication is not on."""

    status, code = 409, "two_factor_disabled"


class NothingToConfirm(DomainError):
    """No authenticator app waits to be confirmed; ask for a secret first."""

    status, code = 409, "two_factor_not_requested"


class InvalidFactor(DomainError):
    """This proof is wrong or was used before."""

    status, code = 422, "invalid_factor"
