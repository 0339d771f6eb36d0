"""Named failures of second factors."""

from amigok_chassis.errors import DomainError


class TwoFactorEnabled(DomainError):
    """Two-factor authentication is on already; switch it off to set it up anew."""

    status, code = 409, "two_factor_enabled"


class TwoFactorDisabled(DomainError):
    """Two-factor authentication is not on."""

    status, code = 409, "two_factor_disabled"


class NothingToConfirm(DomainError):
    """No authenticator app waits to be confirmed; ask for a secret first."""

    status, code = 409, "two_factor_not_requested"


class InvalidFactor(DomainError):
    """This is not the right proof, or it was used before."""

    status, code = 422, "invalid_factor"


class ChallengeOver(DomainError):
    """This login cannot be completed any more; sign in again."""

    status, code = 401, "invalid_challenge"


class SecondFactorRefused(DomainError):
    """This is not the right second factor, or it was used before."""

    status, code = 401, "invalid_second_factor"


class LastFactor(DomainError):
    """An administrator keeps a second factor; set up another one first."""

    status, code = 409, "last_factor"
