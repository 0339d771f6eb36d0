"""The streaks of players."""

from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from game.models import Base
from game.streaks.rules import Run


class Streak(Base):
    """The streak of a player, by the numbers of their days. `kept_days` are all days that were ever kept."""

    __tablename__ = "streaks"
    __table_args__ = (
        CheckConstraint("length BETWEEN 0 AND longest AND longest <= kept_days", name="length"),
        CheckConstraint("(kept_days = 0) = (kept_number IS NULL)", name="kept"),
    )

    player_id: Mapped[UUID] = mapped_column(ForeignKey("players.user_id"), primary_key=True)
    length: Mapped[int] = mapped_column(default=0)
    longest: Mapped[int] = mapped_column(default=0)
    kept_days: Mapped[int] = mapped_column(default=0)
    kept_number: Mapped[int | None]
    forgiven_number: Mapped[int | None]

    @property
    def run(self) -> Run:
        return Run(self.length, self.longest, self.kept_number, self.forgiven_number)
