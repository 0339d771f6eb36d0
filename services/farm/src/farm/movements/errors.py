"""What is refused about movements, by name."""

from uuid import UUID

from amigok_chassis.errors import DomainError


class Quarantined(DomainError):
    """The animal, or the farm it is in, is in quarantine."""

    status, code = 409, "in_quarantine"


class AlreadyThere(DomainError):
    """The animal is in this farm already."""

    status, code = 409, "already_there"


class NotThere(DomainError):
    """The animal is no longer in the farm that you want to move it from; `farm_id` is where it is."""

    status, code = 409, "moved_meanwhile"
    sends = {"farm_id": UUID}
