"""Blocks: why an animal may not be sold for now."""

from datetime import datetime
from typing import Literal
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, Index, String, Text, text
from sqlalchemy.orm import Mapped, mapped_column

from amigok_chassis.ids import new_id
from farm.blocks.reasons import REASONS
from farm.models import Base

_CODES = ", ".join(f"'{code}'" for code in REASONS)
_OPEN = text("cleared_at IS NULL")
_UNCONFIRMED = text("reason = 'unconfirmed' AND cleared_at IS NULL")

NOBODY = UUID(int=0)
"""An id before that of every animal."""


class SaleBlock(Base):
    """One reason why an animal may not be sold, placed and cleared by what caused it.

    It applies to one animal, or to every animal in a farm, whenever it came there. `source_id` names the record, case
    or order behind it; there is one block for each. `until` is when it ends by itself, null if somebody has to clear
    it. `cleared_at` is set when it has ended in either way and that was published. With `owner_id` it is in force only
    while that user owns the animal: it ends with their ownership.
    """

    __tablename__ = "sale_blocks"

    id: Mapped[UUID] = mapped_column(primary_key=True, default=new_id)
    livestock_id: Mapped[UUID | None] = mapped_column(ForeignKey("livestock.id"))
    farm_id: Mapped[UUID | None] = mapped_column(ForeignKey("farms.id"))
    reason: Mapped[str] = mapped_column(String(40))
    source_id: Mapped[UUID]
    owner_id: Mapped[UUID | None]
    placed_at: Mapped[datetime]
    until: Mapped[datetime | None]
    cleared_at: Mapped[datetime | None]

    __table_args__ = (
        CheckConstraint("num_nonnulls(livestock_id, farm_id) = 1", name="subject"),
        CheckConstraint("until IS NULL OR livestock_id IS NOT NULL", name="farm_until"),
        CheckConstraint(f"reason IN ({_CODES})", name="reason"),
        CheckConstraint("owner_id IS NULL OR livestock_id IS NOT NULL", name="owner_id"),
        CheckConstraint("until > placed_at", name="until"),
        CheckConstraint("cleared_at >= placed_at", name="cleared_at"),
        Index("sale_blocks_source_key", "livestock_id", "reason", "source_id", unique=True),
        Index("sale_blocks_farm_source_key", "farm_id", "reason", "source_id", unique=True),
        Index("sale_blocks_standing_idx", "livestock_id", postgresql_where=_OPEN),
        Index("sale_blocks_farm_standing_idx", "farm_id", postgresql_where=_OPEN),
        Index("sale_blocks_until_idx", "until", postgresql_where=_OPEN),
        Index("sale_blocks_unconfirmed_idx", "source_id", postgresql_where=_UNCONFIRMED),
    )


class SaleBlockAct(Base):
    """What an administrator did to a block by hand, and why. It never changes, except that notes are erased."""

    __tablename__ = "sale_block_acts"

    id: Mapped[UUID] = mapped_column(primary_key=True, default=new_id)
    block_id: Mapped[UUID] = mapped_column(ForeignKey("sale_blocks.id"))
    action: Mapped[Literal["placed", "cleared"]] = mapped_column(String(10))
    acted_by: Mapped[UUID]
    acted_at: Mapped[datetime]
    note: Mapped[str] = mapped_column(Text)

    __table_args__ = (
        CheckConstraint("action IN ('placed', 'cleared')", name="action"),
        Index("sale_block_acts_action_key", "block_id", "action", unique=True),
    )


class FarmAnnouncement(Base):
    """A change of a farm's blocks that is being published for its animals in the order of their ids.

    It is done for all ids up to `announced_to`.
    """

    __tablename__ = "farm_announcements"

    farm_id: Mapped[UUID] = mapped_column(ForeignKey("farms.id"), primary_key=True)
    announced_to: Mapped[UUID]
