"""The tables of reports and take-downs."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import CheckConstraint, DateTime, ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from marketplace.models import Base
from marketplace.moderation.machine import REPORTS, TAKEDOWNS

_TIME = DateTime(timezone=True)
_OPEN = TAKEDOWNS.check("state", TAKEDOWNS.open)


class Report(Base):
    """A user reports a listing. `note` is empty once they are deleted."""

    __tablename__ = "listing_reports"
    __table_args__ = (
        CheckConstraint(REPORTS.check("state"), name="state"),
        CheckConstraint("(state = 'open') = (decided_by IS NULL)", name="decided_by"),
        CheckConstraint("decided_by <> reporter_id", name="own_behalf"),
        Index("listing_reports_open_key", "listing_id", "reporter_id", unique=True, postgresql_where="state = 'open'"),
        Index("listing_reports_reporter_id_idx", "reporter_id", "reported_at"),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True)
    listing_id: Mapped[UUID] = mapped_column(ForeignKey("listings.id"))
    reporter_id: Mapped[UUID]
    reason: Mapped[str]
    note: Mapped[str]
    state: Mapped[str]
    reported_at: Mapped[datetime] = mapped_column(_TIME)
    decided_by: Mapped[UUID | None]


class Takedown(Base):
    """A listing that an administrator has ended, and what its seller said to that.

    `note` is why, in words; `appeal` what the seller says, empty once they are deleted; `answer` why that was decided.
    """

    __tablename__ = "takedowns"
    __table_args__ = (
        CheckConstraint(TAKEDOWNS.check("state"), name="state"),
        CheckConstraint("decided_by <> taken_down_by", name="another_decides"),
        CheckConstraint("taken_down_by <> seller_id AND decided_by <> seller_id", name="own_behalf"),
        CheckConstraint("state <> 'overturned' OR decided_by IS NOT NULL", name="decided_by"),
        Index("takedowns_open_key", "listing_id", unique=True, postgresql_where=_OPEN),
        Index("takedowns_appeal_until_idx", "appeal_until", postgresql_where="state = 'appealable'"),
        Index("takedowns_seller_id_idx", "seller_id", "taken_down_at", "id"),
        Index("takedowns_taken_down_at_idx", "taken_down_at", "id"),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True)
    listing_id: Mapped[UUID] = mapped_column(ForeignKey("listings.id"))
    seller_id: Mapped[UUID]
    title: Mapped[str]
    reason: Mapped[str]
    note: Mapped[str]
    state: Mapped[str]
    taken_down_by: Mapped[UUID]
    taken_down_at: Mapped[datetime] = mapped_column(_TIME)
    appeal_until: Mapped[datetime] = mapped_column(_TIME)
    appeal: Mapped[str]
    answer: Mapped[str]
    decided_by: Mapped[UUID | None]
    restored_as: Mapped[UUID | None]

    def become(self, action: str) -> None:
        """Takes a step; the row must be locked. Raises WrongState."""
        self.state = TAKEDOWNS.follow(action, self.state)
