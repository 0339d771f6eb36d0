"""The table of announcements."""

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import CheckConstraint, String
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.orm import Mapped, mapped_column

from amigok_chassis.due import Due
from notification.announcements.machine import ANNOUNCEMENTS
from notification.models import Base


class Announcement(Due, Base):
    """What is told to a segment, in the order of the users' ids: up to `last_user_id` so far.

    Its id is that of the proposal. `recipients` is how many there were when it was approved.
    """

    __tablename__ = "announcements"
    __table_args__ = (
        CheckConstraint(ANNOUNCEMENTS.check("state"), name="state"),
        CheckConstraint("(state = 'sending') = (ended_at IS NULL)", name="ended"),
        CheckConstraint("told >= 0", name="told"),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True)
    state: Mapped[str] = mapped_column(String(10))
    texts: Mapped[dict[str, Any]] = mapped_column(JSONB)
    segment: Mapped[dict[str, Any]] = mapped_column(JSONB)
    recipients: Mapped[int]
    told: Mapped[int] = mapped_column(default=0)
    last_user_id: Mapped[UUID | None]
    approved_by: Mapped[UUID]
    created_at: Mapped[datetime]
    ended_at: Mapped[datetime | None]

    def take(self, action: str, now: datetime) -> None:
        """Ends it by a step. Raises WrongState."""
        self.state = ANNOUNCEMENTS.follow(action, self.state)
        self.ended_at, self.due_at = now, None
