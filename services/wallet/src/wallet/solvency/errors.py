"""What is refused."""

from amigok_chassis.errors import DomainError


class ProofNotFound(DomainError):
    """You had no balance in this currency when that day's liabilities were published, or it is too long ago."""

    status, code = 404, "proof_not_found"
