"""Seasons, what players have won in each, and the marks by which ranks are found."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import BigInteger, CheckConstraint, ForeignKey, Index, String, desc, text
from sqlalchemy.orm import Mapped, mapped_column

from game.models import Base


class Season(Base):
    """A season. Once it is closed, a trigger refuses changes of what was won in it."""

    __tablename__ = "seasons"
    __table_args__ = (
        CheckConstraint("kind IN ('week', 'month', 'ever')", name="kind"),
        CheckConstraint("(kind = 'ever') = (ends_at IS NULL)", name="ends_at"),
        Index(None, "ends_at", postgresql_where=text("closed_at IS NULL")),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True)
    kind: Mapped[str] = mapped_column(String(10))
    starts_at: Mapped[datetime]
    ends_at: Mapped[datetime | None]
    closed_at: Mapped[datetime | None]
    players: Mapped[int | None]


class SeasonScore(Base):
    """The experience that a player has won in a season. `listed`: boards of all show them."""

    __tablename__ = "season_scores"
    __table_args__ = (
        Index("season_scores_board_idx", "season_id", desc("xp"), "player_id", postgresql_where=text("listed")),
        Index(None, "player_id"),
    )

    season_id: Mapped[UUID] = mapped_column(ForeignKey("seasons.id"), primary_key=True)
    player_id: Mapped[UUID] = mapped_column(ForeignKey("players.user_id"), primary_key=True)
    xp: Mapped[int] = mapped_column(BigInteger)
    listed: Mapped[bool]


class SeasonMark(Base):
    """At about every thousandth place: `upto` listed players have won this much experience or more."""

    __tablename__ = "season_marks"

    season_id: Mapped[UUID] = mapped_column(ForeignKey("seasons.id"), primary_key=True)
    xp: Mapped[int] = mapped_column(BigInteger, primary_key=True)
    upto: Mapped[int] = mapped_column(BigInteger)
