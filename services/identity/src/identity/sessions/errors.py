"""Failures of sessions."""

from amigok_chassis.errors import DomainError


class AccountDeactivated(DomainError):
    """The account is deactivated; an administrator can say why."""

    status, code = 403, "account_deactivated"


class InvalidRefreshToken(DomainError):
    """The refresh token is wrong, was used, or belongs to a session that has ended."""

    status, code = 401, "invalid_refresh_token"
