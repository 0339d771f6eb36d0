"""What is refused because nobody knows what was revoked."""

from amigok_chassis.errors import DomainError


class RevocationsUnknown(DomainError):
    """What was revoked lately cannot be read, so nothing that could be revoked is served; try again soon."""

    status, code = 503, "revocations_unknown"
