"""What is refused about emergencies, by name."""

from amigok_chassis.errors import DomainError


class EmergencyTaken(DomainError):
    """Somebody has taken this emergency over already, or it has ended."""

    status, code = 409, "emergency_taken"
