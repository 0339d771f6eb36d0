"""What is refused about registrations, by name."""

from amigok_chassis.errors import DomainError


class TooHeavy(DomainError):
    """No animal of this type weighs this much. Two people can change the bounds of the type."""

    status, code = 422, "too_heavy"
