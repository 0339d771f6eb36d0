"""Players: who plays, and the day that it is for them."""

from datetime import date, datetime
from uuid import UUID

from sqlalchemy import BigInteger, CheckConstraint, ForeignKey, Index, String, text
from sqlalchemy.orm import Mapped, mapped_column

from game.models import Base
from game.players.days import Day


class Player(Base):
    """Somebody who plays. The row is locked by whoever changes what they have: experience, coins, tasks, friends.

    `local_day` lasts from `day_starts_at` to `day_ends_at`, and is the player's `day_number`th. The next one is looked
    for at `next_day_at`; null: never, the account was deleted, and the handle is gone, too. `listed` says whether
    leaderboards of all show the player: it follows from `visibility`. `is_minor` is what the player has said. Contests
    with cash prizes do not read it: they ask for KYC, which only adults get.
    """

    __tablename__ = "players"
    __table_args__ = (
        CheckConstraint("visibility IN ('everyone', 'friends', 'nobody')", name="visibility"),
        CheckConstraint("NOT (is_minor AND visibility = 'everyone')", name="minor"),
        CheckConstraint("(handle IS NULL) = (deleted_at IS NOT NULL)", name="deleted"),
        CheckConstraint("day_starts_at < day_ends_at", name="day"),
        CheckConstraint("xp >= 0", name="xp"),
        Index(None, "handle_key", unique=True, postgresql_where=text("handle_key IS NOT NULL")),
        Index(None, "next_day_at", postgresql_where=text("next_day_at IS NOT NULL")),
    )

    user_id: Mapped[UUID] = mapped_column(primary_key=True)
    version: Mapped[int] = mapped_column(default=1)
    handle: Mapped[str | None] = mapped_column(String(20))
    handle_key: Mapped[str | None] = mapped_column(String(20))
    time_zone: Mapped[str] = mapped_column(String(60))
    zone_changed_at: Mapped[datetime | None]
    visibility: Mapped[str] = mapped_column(String(10))
    is_minor: Mapped[bool]
    badge_id: Mapped[UUID | None] = mapped_column(ForeignKey("shop_items.id"))
    title_id: Mapped[UUID | None] = mapped_column(ForeignKey("shop_items.id"))
    xp: Mapped[int] = mapped_column(BigInteger, default=0)
    local_day: Mapped[date]
    day_number: Mapped[int] = mapped_column(default=1)
    day_starts_at: Mapped[datetime]
    day_ends_at: Mapped[datetime]
    next_day_at: Mapped[datetime | None]
    hand_at: Mapped[datetime | None]
    hand_minute: Mapped[datetime | None]
    hand_count: Mapped[int] = mapped_column(default=0)
    """When the player last completed a task by hand, and how many in the minute that began at `hand_minute`."""
    joined_at: Mapped[datetime]
    deleted_at: Mapped[datetime | None]

    @property
    def day(self) -> Day:
        return Day(self.local_day, self.day_starts_at, self.day_ends_at)

    @property
    def listed(self) -> bool:
        return self.visibility == "everyone" and self.deleted_at is None
