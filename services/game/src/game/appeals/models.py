"""Appeals against results."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, Index, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from amigok_chassis.ids import new_id
from game.appeals.machine import APPEALS
from game.models import Base

_DECIDED = APPEALS.check("state", ("upheld", "rejected"))


class Appeal(Base):
    """An entrant says what is wrong with a result. `text` and `reason` are empty once the entrant is deleted."""

    __tablename__ = "appeals"

    id: Mapped[UUID] = mapped_column(primary_key=True, default=new_id)
    contest_id: Mapped[UUID] = mapped_column(ForeignKey("contests.id"))
    entry_id: Mapped[UUID] = mapped_column(ForeignKey("entries.id"))
    entrant_id: Mapped[UUID]
    result_number: Mapped[int]
    state: Mapped[str] = mapped_column(String(10))
    text: Mapped[str] = mapped_column(Text)
    filed_at: Mapped[datetime]
    decided_by: Mapped[UUID | None]
    decided_at: Mapped[datetime | None]
    reason: Mapped[str | None] = mapped_column(Text)

    __table_args__ = (
        CheckConstraint(APPEALS.check("state"), name="state"),
        CheckConstraint(f"({_DECIDED}) = (num_nulls(decided_by, reason) = 0)", name="decided"),
        CheckConstraint("(state = 'open') = (decided_at IS NULL)", name="closed"),
        CheckConstraint("decided_by <> entrant_id", name="own_behalf"),
        UniqueConstraint("entry_id", "result_number"),
        Index(None, "contest_id", "id"),
        Index(None, "entrant_id", "id"),
        Index("appeals_open_idx", "contest_id", postgresql_where="state = 'open'"),
    )

    def become(self, action: str) -> None:
        """Takes a step; the row must be locked. Raises WrongState."""
        self.state = APPEALS.follow(action, self.state)
