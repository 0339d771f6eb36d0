"""Named failures of passkeys."""

from amigok_chassis.errors import DomainError


class InvalidPasskey(DomainError):
    """This passkey does not prove who you are: it is unknown, of another site or user, or its challenge is over."""

    status, code = 422, "invalid_passkey"


class PasskeyRefused(DomainError):
    """Nobody can be signed in with this answer of a passkey."""

    status, code = 401, "passkey_refused"


class PasskeyKnown(DomainError):
    """This passkey is registered already."""

    status, code = 409, "passkey_exists"


class TooManyPasskeys(DomainError):
    """There are as many passkeys as an account may have; remove one first."""

    status, code = 409, "too_many_passkeys"
