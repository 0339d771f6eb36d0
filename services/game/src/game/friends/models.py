"""Friendships and blocks."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, Index, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from amigok_chassis.ids import new_id
from game.friends.machine import FRIENDSHIPS
from game.models import Base


class Friendship(Base):
    """Two players, one row for both: `asker_id` has asked last. Until `muted_until` requests do not reach the other."""

    __tablename__ = "friendships"
    __table_args__ = (
        CheckConstraint(FRIENDSHIPS.check("state"), name="state"),
        CheckConstraint("low_id < high_id", name="pair"),
        CheckConstraint("asker_id IN (low_id, high_id)", name="asker"),
        UniqueConstraint("low_id", "high_id"),
        Index(None, "high_id"),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True, default=new_id)
    low_id: Mapped[UUID] = mapped_column(ForeignKey("players.user_id"))
    high_id: Mapped[UUID] = mapped_column(ForeignKey("players.user_id"))
    state: Mapped[str] = mapped_column(String(10))
    asker_id: Mapped[UUID]
    asked_at: Mapped[datetime]
    muted_until: Mapped[datetime | None]
    accepted_at: Mapped[datetime | None]

    def other(self, player_id: UUID) -> UUID:
        return self.high_id if player_id == self.low_id else self.low_id

    def become(self, action: str) -> None:
        """Takes a step; the row must be locked. Raises WrongState."""
        self.state = FRIENDSHIPS.follow(action, self.state)


class Block(Base):
    """A player who wants nothing of another. The other is not told."""

    __tablename__ = "friend_blocks"
    __table_args__ = (
        UniqueConstraint("blocker_id", "blocked_id"),
        CheckConstraint("blocker_id <> blocked_id", name="others"),
        Index(None, "blocked_id"),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True, default=new_id)
    blocker_id: Mapped[UUID] = mapped_column(ForeignKey("players.user_id"))
    blocked_id: Mapped[UUID] = mapped_column(ForeignKey("players.user_id"))
    blocked_at: Mapped[datetime]
