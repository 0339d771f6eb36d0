"""Deeds of players by day, and whose achievements and challenges are to be looked at."""

from datetime import date
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column

from amigok_chassis.due import Due
from game.models import Base


class Deed(Base):
    """How often a player has done something on one of their days: a kind of task, or a word of `conditions.EXTRA`."""

    __tablename__ = "deeds"
    __table_args__ = (CheckConstraint("count > 0", name="count"),)

    player_id: Mapped[UUID] = mapped_column(ForeignKey("players.user_id"), primary_key=True)
    local_day: Mapped[date] = mapped_column(primary_key=True)
    kind: Mapped[str] = mapped_column(String(20), primary_key=True)
    count: Mapped[int]


class Evaluation(Due, Base):
    """A player whose deeds are due to be compared with conditions."""

    __tablename__ = "evaluations"

    player_id: Mapped[UUID] = mapped_column(ForeignKey("players.user_id"), primary_key=True)
