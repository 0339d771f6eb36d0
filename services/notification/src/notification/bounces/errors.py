"""What is refused about reports, by name."""

from amigok_chassis.errors import DomainError


class BadSignature(DomainError):
    """The report is not signed by a provider, or its signature is too old."""

    status, code = 400, "bad_signature"
