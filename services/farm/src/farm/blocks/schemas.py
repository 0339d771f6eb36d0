"""What clients send and get about blocks."""

from datetime import UTC, datetime
from typing import Annotated, Literal
from uuid import UUID

from pydantic import AwareDatetime, Field, StringConstraints

from amigok_contracts.farm import Block
from farm.schemas import In, Out

Note = Annotated[
    str,
    StringConstraints(
        strip_whitespace=True, min_length=1, max_length=2000, pattern=r"^[^\x00-\x08\x0b\x0c\x0e-\x1f\x7f]+$"
    ),
]
Moment = Annotated[AwareDatetime, Field(ge=datetime(2000, 1, 1, tzinfo=UTC), lt=datetime(2100, 1, 1, tzinfo=UTC))]
ByHand = Literal["dispute", "contest", "claim", "other"]


class SaleStatusOut(Out):
    """Whether an animal can be sold now. `until`: when a reason clears by itself; null: when somebody clears it."""

    livestock_id: UUID
    sellable: bool
    blocks: list[Block]


class BlockIn(In):
    reason: ByHand
    note: Note
    until: Moment | None = None


class ClearIn(In):
    note: Note


class ActOut(Out):
    action: str
    acted_by: UUID
    acted_at: datetime
    note: str


class BlockOut(Out):
    """A block of one animal and what administrators did to it. It stands while `cleared_at` is null."""

    id: UUID
    livestock_id: UUID
    reason: str
    source_id: UUID
    placed_at: datetime
    until: datetime | None
    cleared_at: datetime | None
    acts: list[ActOut]
