"""Achievements, and who has which."""

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, Index, String
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.orm import Mapped, mapped_column

from amigok_chassis.ids import new_id
from amigok_chassis.rows import Named
from game.models import Base


class Achievement(Named, Base):
    """Something to achieve. `condition` is data of `deeds.conditions`; a retired one is not granted any more."""

    __tablename__ = "achievements"
    __table_args__ = (
        CheckConstraint("xp BETWEEN 0 AND 10000 AND coins BETWEEN 0 AND 10000", name="rewards"),
        Index(None, "name_key", unique=True),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True, default=new_id)
    version: Mapped[int] = mapped_column(default=1)
    name: Mapped[str] = mapped_column(String(100))
    description: Mapped[str] = mapped_column(String(2000))
    condition: Mapped[dict[str, Any]] = mapped_column(JSONB)
    xp: Mapped[int]
    coins: Mapped[int]
    is_active: Mapped[bool] = mapped_column(default=True)


class Grant(Base):
    """An achievement of a player. It is never taken back, whatever becomes of its condition."""

    __tablename__ = "achievement_grants"

    player_id: Mapped[UUID] = mapped_column(ForeignKey("players.user_id"), primary_key=True)
    achievement_id: Mapped[UUID] = mapped_column(ForeignKey("achievements.id"), primary_key=True)
    granted_at: Mapped[datetime]
