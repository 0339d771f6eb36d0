"""Failures of passkeys."""

from amigok_chassis.errors import DomainError


class InvalidPasskey(DomainError):
    """This passkey does not prove who you are: it is unknown, belongs to another site or user, or came too late."""

    status, code = 422, "invalid_passkey"


class PasskeyRefused(DomainError):
    """This passkey's answer does not sign anybody in."""

    status, code = 401, "passkey_refused"


class PasskeyKnown(DomainError):
    """This passkey is registered already."""

    status, code = 409, "passkey_exists"


class TooManyPasskeys(DomainError):
    """The account has as many passkeys as it may have; remove one first."""

    status, code = 409, "too_many_passkeys"


class LastFactor(DomainError):
    """Administrators must keep a second factor; set up another one first."""

    status, code = 409, "last_factor"
