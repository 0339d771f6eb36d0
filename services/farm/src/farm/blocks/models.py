"""Reasons of the moment why an animal may not change hands."""

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
"""Comes before the id of every animal."""


class SaleBlock(Base):
    """One reason, placed and cleared by what caused it.

    It keeps one animal from being sold, or every animal that is in a farm, whenever it came there. `source_id` names
    the record, case or order behind it: one block for each. `until` is when it clears by itself; null while only
    somebody can clear it. `cleared_at` is set when it has ended in either way, and that was told.
    """

    __tablename__ = "sale_blocks"

    id: Mapped[UUID] = mapped_column(primary_key=True, default=new_id)
    livestock_id: Mapped[UUID | None] = mapped_column(ForeignKey("livestock.id"))
    farm_id: Mapped[UUID | None] = mapped_column(ForeignKey("farms.id"))
    reason: Mapped[str] = mapped_column(String(40))
    source_id: Mapped[UUID]
    placed_at: Mapped[datetime]
    until: Mapped[datetime | None]
    cleared_at: Mapped[datetime | None]

    __table_args__ = (
        CheckConstraint("num_nonnulls(livestock_id, farm_id) = 1", name="subject"),
        CheckConstraint("until IS NULL OR livestock_id IS NOT NULL", name="farm_until"),
        CheckConstraint(f"reason IN ({_CODES})", name="reason"),
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
    """What an administrator did to a block by hand, and why; nothing of it changes but a note that is erased."""

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
    """What stands in a farm has changed, and its animals are told in the order of their ids: up to `told_to` by now."""

    __tablename__ = "farm_announcements"

    farm_id: Mapped[UUID] = mapped_column(ForeignKey("farms.id"), primary_key=True)
    told_to: Mapped[UUID]
