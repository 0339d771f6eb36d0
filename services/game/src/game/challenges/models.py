"""Challenges, and who has joined which."""

from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, Index, String, text
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.orm import Mapped, mapped_column

from amigok_chassis.ids import new_id
from amigok_chassis.rows import Named
from game.models import Base


class Challenge(Named, Base):
    """A condition on what is done from one local day of the player to another, both included."""

    __tablename__ = "challenges"
    __table_args__ = (
        CheckConstraint("starts_on <= ends_on", name="days"),
        CheckConstraint("xp BETWEEN 0 AND 10000 AND coins BETWEEN 0 AND 10000", name="rewards"),
        Index(None, "name_key", unique=True),
        Index(None, "ends_on", "id"),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True, default=new_id)
    version: Mapped[int] = mapped_column(default=1)
    name: Mapped[str] = mapped_column(String(100))
    description: Mapped[str] = mapped_column(String(2000))
    condition: Mapped[dict[str, Any]] = mapped_column(JSONB)
    starts_on: Mapped[date]
    ends_on: Mapped[date]
    xp: Mapped[int]
    coins: Mapped[int]
    is_active: Mapped[bool] = mapped_column(default=True)


class Participation(Base):
    """A player in a challenge. What counts is done from `from_day` on, the day on which they have joined."""

    __tablename__ = "challenge_participations"
    __table_args__ = (
        Index("challenge_participations_open_idx", "player_id", postgresql_where=text("completed_at IS NULL")),
    )

    challenge_id: Mapped[UUID] = mapped_column(ForeignKey("challenges.id"), primary_key=True)
    player_id: Mapped[UUID] = mapped_column(ForeignKey("players.user_id"), primary_key=True)
    from_day: Mapped[date]
    joined_at: Mapped[datetime]
    completed_at: Mapped[datetime | None]
