"""What is refused about devices, by name."""

from amigok_chassis.errors import DomainError, NotFound, RetryAfter


class DeviceNotFound(NotFound):
    """There is no such device, or it is not you."""

    code = "device_not_found"


class DeviceExists(DomainError):
    """A device with this serial is enrolled already."""

    status, code = 409, "device_exists"


class DeviceRevoked(DomainError):
    """This device was revoked for good."""

    status, code = 409, "device_revoked"


class UnknownFarm(DomainError):
    """There is no such farm."""

    status, code = 422, "unknown_farm"


class ClaimInvalid(DomainError):
    """There is no open claim of this serial with this secret."""

    status, code = 403, "claim_invalid"


class ClaimExpired(DomainError):
    """This claim has expired; an administrator can give a new one."""

    status, code = 410, "claim_expired"


class SignatureInvalid(DomainError):
    """The signature is not one of this claim by this key."""

    status, code = 422, "signature_invalid"


class TooManyClaims(DomainError):
    """This serial was claimed too often; wait before the next attempt."""

    status, code = 429, "too_many_claims"
    sends = {"retry_after": RetryAfter}


class TooManyRotations(DomainError):
    """This device has too many good secrets; wait until older ones have expired."""

    status, code = 429, "too_many_rotations"
    sends = {"retry_after": RetryAfter}
