"""What is refused about animals, by name."""

from typing import Literal

from amigok_chassis.errors import DomainError, NotFound


class LivestockNotFound(NotFound):
    """There is no such animal."""

    code = "livestock_not_found"


class LivestockGone(DomainError):
    """The animal is dead or has left the platform."""

    status, code = 409, "livestock_gone"


class IllegalMovement(DomainError):
    """The status of the animal does not allow this movement."""

    status, code = 409, "illegal_movement"
    sends = {"livestock_status": Literal["available", "assigned", "removed", "deceased"]}


class TagNumberTaken(DomainError):
    """Another animal has this tag number."""

    status, code = 409, "tag_number_taken"


class IdCardTaken(DomainError):
    """Another animal has this ID card."""

    status, code = 409, "unique_id_card_taken"


class EidTaken(DomainError):
    """Another animal has the transponder with this EID."""

    status, code = 409, "eid_taken"


VIOLATIONS = {
    "livestock_tag_key_key": TagNumberTaken,
    "livestock_id_card_key_key": IdCardTaken,
    "livestock_eid_key": EidTaken,
}
"""The constraints of an animal's row that clients can violate."""
