"""What the register refuses, by name."""

from amigok_chassis.errors import DomainError


class IllegalMovement(DomainError):
    """An animal of this status cannot make this movement."""

    status, code = 409, "illegal_movement"


class Quarantined(DomainError):
    """The animal, or the farm it is in, is in quarantine: it stays where it is."""

    status, code = 409, "in_quarantine"


class AlreadyThere(DomainError):
    """The animal is in this farm."""

    status, code = 409, "already_there"


class NotThere(DomainError):
    """The animal is not in the farm that it is moved from; `farm_id` is where it is."""

    status, code = 409, "moved_meanwhile"
