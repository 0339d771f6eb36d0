"""Failures of logins."""

from amigok_chassis.errors import DomainError


class InvalidCredentials(DomainError):
    """The login or the password is wrong, or the e-mail address is not verified yet."""

    status, code = 401, "invalid_credentials"


class ChallengeOver(DomainError):
    """This login cannot be completed any more; sign in again."""

    status, code = 401, "invalid_challenge"


class SecondFactorRefused(DomainError):
    """This second factor is wrong or was used before."""

    status, code = 401, "invalid_second_factor"
