"""Removals of animals."""

from datetime import date, datetime
from uuid import UUID

from sqlalchemy import CHAR, BigInteger, CheckConstraint, ForeignKey, Index, String, Text, text
from sqlalchemy.orm import Mapped, mapped_column

from amigok_chassis.ids import new_id
from amigok_chassis.machine import Machine, step
from amigok_contracts import Money
from farm.models import Base

REMOVALS = Machine(
    "removals",
    states=("requested", "scheduled", "rejected", "cancelled", "completed"),
    steps={
        "request": step(None, to="requested", by="owner", then=["farm.removal.requested"]),
        "approve": step("requested", "scheduled", to="scheduled", by="admin", then=["farm.removal.scheduled"]),
        "reject": step("requested", "scheduled", to="rejected", by="admin", then=["farm.removal.rejected"]),
        "cancel": step("requested", "scheduled", to="cancelled", by="owner", then=["farm.removal.cancelled"]),
        "complete": step(
            "scheduled", to="completed", by="admin", then=["farm.livestock.removed", "farm.removal.fee_charged"]
        ),
        "void": step("requested", "scheduled", to="cancelled", by="death", then=["farm.removal.cancelled"]),
    },
)
"""Owners can cancel until the animal has left, for example if they disagree with the day or the fee. The death of the
animal ends its removal."""

_OPEN = REMOVALS.check("state", REMOVALS.open)
OPEN = text(_OPEN)
"""As text, so that the planner always finds the partial index."""


class Removal(Base):
    """One request of an animal's owner. `version` counts its steps. While it is open, the animal cannot be sold."""

    __tablename__ = "removals"

    id: Mapped[UUID] = mapped_column(primary_key=True, default=new_id)
    livestock_id: Mapped[UUID] = mapped_column(ForeignKey("livestock.id"))
    owner_id: Mapped[UUID]
    version: Mapped[int] = mapped_column(default=1, server_default="1")
    state: Mapped[str] = mapped_column(String(20))
    reason: Mapped[str] = mapped_column(Text)
    transport: Mapped[str | None] = mapped_column(Text)
    wished_on: Mapped[date]
    requested_at: Mapped[datetime]
    scheduled_on: Mapped[date | None]
    fee_minor: Mapped[int | None] = mapped_column(BigInteger)
    currency: Mapped[str | None] = mapped_column(CHAR(3))
    rejection: Mapped[str | None] = mapped_column(Text)
    decided_at: Mapped[datetime | None]
    decided_by: Mapped[UUID | None]
    ended_at: Mapped[datetime | None]

    __table_args__ = (
        CheckConstraint(
            "CASE WHEN state IN ('scheduled', 'completed') THEN num_nulls(scheduled_on, fee_minor, currency) = 0 "
            "WHEN state = 'rejected' THEN rejection IS NOT NULL "
            "ELSE state IN ('requested', 'cancelled') END",
            name="state",
        ),
        CheckConstraint(f"({_OPEN}) = (ended_at IS NULL)", name="ended_at"),
        CheckConstraint("fee_minor >= 0", name="fee_minor"),
        Index("removals_open_key", "livestock_id", unique=True, postgresql_where=OPEN),
        Index(None, "owner_id", "id"),
        Index(None, "state", "id"),
    )

    @property
    def fee(self) -> Money | None:
        """What the removal costs the owner; null until it is scheduled."""
        if self.fee_minor is None or self.currency is None:
            return None
        return Money.of_minor(self.fee_minor, self.currency)

    def become(self, action: str, *, now: datetime) -> None:
        """Takes a step; the row must be locked. Raises WrongState."""
        self.state = REMOVALS.follow(action, self.state)
        self.version += 1
        self.ended_at = None if self.state == "scheduled" else now
