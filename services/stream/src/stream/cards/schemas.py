"""Cards over HTTP."""

from typing import Annotated
from uuid import UUID

from pydantic import Field

from amigok_chassis.schemas import In, Moment, Out

CardRead = Annotated[str, Field(pattern=r"^[0-9A-Za-z][0-9A-Za-z ._:/-]*$", max_length=100)]
"""A card, an EID or a tag as a device has read it."""


class UnknownCardOut(Out):
    """A card that devices of a farm have read and that is no animal's."""

    farm_id: UUID
    card: str
    detections: int
    first_at: Moment
    last_at: Moment


class AssignmentIn(In):
    """Whose a card is."""

    card: CardRead
    livestock_id: UUID


class AssignmentOut(Out):
    """Whose a card is. `key` is what cards are compared by."""

    key: str
    livestock_id: UUID
