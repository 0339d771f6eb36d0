"""What is refused about assigned medicines, by name."""

from amigok_chassis.errors import DomainError


class TooExpensive(DomainError):
    """So much of the medicine costs more than 1,000,000.00."""

    status, code = 422, "too_expensive"
