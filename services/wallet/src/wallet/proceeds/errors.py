"""What is refused about proceeds, by name."""

from amigok_chassis.errors import DomainError, NotFound


class ProceedsNotFound(NotFound):
    """Nothing of this order waits or has waited."""

    code = "proceeds_not_found"


class ProceedsSettled(DomainError):
    """They are the seller's already, or were kept, or their dispute is still open."""

    status, code = 409, "proceeds_settled"
