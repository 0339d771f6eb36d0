"""What players were given, and for what."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, Index, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from game.models import Base

KINDS = ("task", "achievement", "challenge")


class Earning(Base):
    """Experience and coins for one thing, `source_id`: a task, an achievement, a challenge. Never given twice."""

    __tablename__ = "earnings"
    __table_args__ = (
        UniqueConstraint("player_id", "kind", "source_id"),
        CheckConstraint("kind IN ('task', 'achievement', 'challenge')", name="kind"),
        CheckConstraint("xp >= 0 AND coins >= 0", name="amounts"),
        Index(None, "created_at"),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True)
    player_id: Mapped[UUID] = mapped_column(ForeignKey("players.user_id"))
    kind: Mapped[str] = mapped_column(String(20))
    source_id: Mapped[UUID]
    xp: Mapped[int]
    coins: Mapped[int]
    created_at: Mapped[datetime]
