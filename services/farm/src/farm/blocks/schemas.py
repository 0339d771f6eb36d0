"""What clients send and get about blocks."""

from datetime import datetime
from typing import Literal
from uuid import UUID

from amigok_chassis.schemas import In, NearMoment, Note, Out
from amigok_contracts.farm import Block
from amigok_contracts.sale_blocks import BlockReason
from farm.schemas import FieldIn

ByHand = Literal["dispute", "contest", "claim", "other"]


class SaleStatusOut(Out):
    """Whether an animal can be sold now. `until` is when a block ends by itself, null if somebody has to clear it."""

    livestock_id: UUID
    sellable: bool
    blocks: list[Block]


class BlockIn(FieldIn):
    reason: ByHand
    note: Note
    until: NearMoment | None = None


class ClearIn(In):
    note: Note


class ActOut(Out):
    action: Literal["placed", "cleared"]
    acted_by: UUID
    acted_at: datetime
    note: str


class BlockOut(Out):
    """A block of one animal and what administrators did to it. It stands while `cleared_at` is null."""

    id: UUID
    livestock_id: UUID
    reason: BlockReason
    source_id: UUID
    placed_at: datetime
    until: datetime | None
    cleared_at: datetime | None
    acts: list[ActOut]
