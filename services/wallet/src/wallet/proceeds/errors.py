"""What is refused about proceeds, by name."""

from amigok_chassis.errors import DomainError, NotFound


class ProceedsNotFound(NotFound):
    """There are no such proceeds."""

    code = "proceeds_not_found"


class ProceedsSettled(DomainError):
    """They are the payee's already, or were kept, or their dispute is still open."""

    status, code = 409, "proceeds_settled"
