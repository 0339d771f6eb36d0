"""What is refused about disputes, by name."""

from amigok_chassis.errors import DomainError, NotFound


class DisputeNotFound(NotFound):
    """No animal is known to be disputed in this."""

    code = "dispute_not_found"


class ChangedHands(DomainError):
    """The animal is not the payer's any more."""

    status, code = 409, "changed_hands"
