"""Identity's named failures."""

from amigok_chassis.errors import DomainError


class WeakPassword(DomainError):
    """The password is too easy to guess."""

    status, code = 422, "weak_password"


class UsernameTaken(DomainError):
    """Somebody else has this username."""

    status, code = 409, "username_taken"


class InvalidVerification(DomainError):
    """This link or code does not verify an address: it is wrong, used or too old."""

    status, code = 422, "invalid_verification"


class InvalidCredentials(DomainError):
    """Login or password is wrong, or the e-mail address is not verified yet."""

    status, code = 401, "invalid_credentials"


class EmailUnverified(DomainError):
    """The e-mail address has to be verified first."""

    status, code = 403, "email_unverified"


class AccountDeactivated(DomainError):
    """The account is deactivated; an administrator can say why."""

    status, code = 403, "account_deactivated"


class TooManyAttempts(DomainError):
    """Too many wrong passwords; wait before the next. On a device that knows you, bring its token."""

    status, code = 429, "too_many_attempts"


class TooBusy(DomainError):
    """So many passwords are being checked that this one would wait too long; try again in a moment."""

    status, code = 503, "too_busy"


class InvalidRefreshToken(DomainError):
    """The refresh token is wrong, used or of a session that has ended."""

    status, code = 401, "invalid_refresh_token"


class TooManyMessages(DomainError):
    """So many messages were sent in the last hour that no more are for now."""

    status, code = 429, "too_many_messages"
