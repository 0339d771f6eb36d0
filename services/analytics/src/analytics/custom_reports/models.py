"""Reports that somebody has saved."""

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import CheckConstraint, Index, String, text
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.orm import Mapped, mapped_column

from amigok_chassis.ids import new_id
from analytics.models import Base


class Report(Base):
    """What somebody wants to know, again and again if it has a `schedule`: next at `next_at`."""

    __tablename__ = "reports"
    __table_args__ = (
        CheckConstraint("(schedule IS NULL) = (next_at IS NULL)", name="schedule"),
        CheckConstraint("version >= 1", name="version"),
        Index(None, "user_id", "id"),
        Index("reports_next_at_idx", "next_at", postgresql_where=text("next_at IS NOT NULL")),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True, default=new_id)
    user_id: Mapped[UUID]
    version: Mapped[int] = mapped_column(default=1)
    name: Mapped[str] = mapped_column(String(100))
    query: Mapped[dict[str, Any]] = mapped_column(JSONB)
    format: Mapped[str] = mapped_column(String(4))
    schedule: Mapped[dict[str, Any] | None] = mapped_column(JSONB(none_as_null=True))
    next_at: Mapped[datetime | None]
    created_at: Mapped[datetime]
