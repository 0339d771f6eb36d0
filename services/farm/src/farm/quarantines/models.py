"""The quarantines of farms."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, Index, Text, text
from sqlalchemy.orm import Mapped, mapped_column

from amigok_chassis.ids import new_id
from farm.models import Base


class FarmQuarantine(Base):
    """A time during which no animal in a farm may be sold, whenever it came there. A farm has at most one at a time."""

    __tablename__ = "farm_quarantines"

    id: Mapped[UUID] = mapped_column(primary_key=True, default=new_id)
    farm_id: Mapped[UUID] = mapped_column(ForeignKey("farms.id"))
    started_at: Mapped[datetime]
    started_by: Mapped[UUID]
    note: Mapped[str] = mapped_column(Text)
    ended_at: Mapped[datetime | None]
    ended_by: Mapped[UUID | None]
    end_note: Mapped[str | None] = mapped_column(Text)

    __table_args__ = (
        CheckConstraint("num_nulls(ended_at, ended_by, end_note) IN (0, 3)", name="ended"),
        CheckConstraint("ended_at >= started_at", name="ended_at"),
        Index("farm_quarantines_standing_key", "farm_id", unique=True, postgresql_where=text("ended_at IS NULL")),
        Index(None, "farm_id", "id"),
    )
