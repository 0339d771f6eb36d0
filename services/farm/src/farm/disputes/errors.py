"""What is refused about disputes, by name."""

from amigok_chassis.errors import DomainError, NotFound


class DisputeNotFound(NotFound):
    """There is no such dispute of an animal."""

    code = "dispute_not_found"


class ChangedHands(DomainError):
    """The payer no longer owns the animal."""

    status, code = 409, "changed_hands"
