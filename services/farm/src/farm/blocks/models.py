"""Reasons of the moment why an animal may not change hands."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, Index, String, text
from sqlalchemy.orm import Mapped, mapped_column

from amigok_chassis.ids import new_id
from farm.models import Base


class SaleBlock(Base):
    """One reason, placed and cleared by what caused it.

    `reason` is a stable code, such as `quarantine`. `source_id` names the record, case or order behind it: one block
    for each. `until` is when it clears by itself; null while only somebody can clear it.
    """

    __tablename__ = "sale_blocks"

    id: Mapped[UUID] = mapped_column(primary_key=True, default=new_id)
    livestock_id: Mapped[UUID] = mapped_column(ForeignKey("livestock.id"))
    reason: Mapped[str] = mapped_column(String(40))
    source_id: Mapped[UUID]
    placed_at: Mapped[datetime]
    until: Mapped[datetime | None]
    cleared_at: Mapped[datetime | None]

    __table_args__ = (
        CheckConstraint("until > placed_at", name="until"),
        CheckConstraint("cleared_at >= placed_at", name="cleared_at"),
        Index("sale_blocks_source_key", "livestock_id", "reason", "source_id", unique=True),
        Index("sale_blocks_standing_idx", "livestock_id", postgresql_where=text("cleared_at IS NULL")),
    )
