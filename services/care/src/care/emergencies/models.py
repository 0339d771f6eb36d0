"""Emergencies, and who was asked to take them over."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, Index, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from amigok_chassis.due import Due
from amigok_chassis.machine import Machine, WrongState, step
from care.models import Base

EMERGENCIES = Machine(
    "emergencies",
    states=("asking", "unanswered", "taken", "ended"),
    steps={
        "raise": step(None, to="asking unanswered", by="request", then=["care.emergency.raised"]),
        "escalate": step(
            "asking",
            "taken",
            to="asking unanswered",
            by="deadline visit",
            then=["care.emergency.escalated", "care.emergency.unanswered"],
        ),
        "take": step("asking", "unanswered", to="taken", by="veterinarian visit", then=["care.emergency.taken"]),
        "end": step("asking", "unanswered", "taken", to="ended", by="request"),
    },
    meanings={
        "asking": "A veterinarian is asked, and has until `due_at` to take it over.",
        "unanswered": "Everybody who could come was asked: the administrators have to find somebody.",
        "taken": "A veterinarian is on the way or at work.",
        "ended": "The care is done, or is not wanted any more.",
    },
)
"""Somebody who cannot come after all leads back to `asking`."""

WAITING = ("asking", "unanswered")
"""The states in which it can be taken over."""


class Emergency(Due, Base):
    """A request that cannot wait. While it is `asking`, it is due when the veterinarian's time is up."""

    __tablename__ = "emergencies"
    __table_args__ = (
        CheckConstraint(EMERGENCIES.check("state"), name="state"),
        CheckConstraint("state = 'asking' OR due_at IS NULL", name="due_at"),
        Index(None, "state", "request_id"),
    )

    request_id: Mapped[UUID] = mapped_column(ForeignKey("care_requests.id"), primary_key=True)
    state: Mapped[str] = mapped_column(String(20))
    raised_at: Mapped[datetime]

    def become(self, action: str, to: str) -> None:
        """Takes a step that leads to a state; the row must be locked. Raises WrongState."""
        if to not in EMERGENCIES.ends(action, self.state):
            raise WrongState(state=self.state)
        self.state, self.due_at = to, None


class Call(Base):
    """A veterinarian was asked to take an emergency over, until `answer_by`. Nobody is asked twice."""

    __tablename__ = "emergency_calls"
    __table_args__ = (UniqueConstraint("request_id", "veterinarian_id"),)

    request_id: Mapped[UUID] = mapped_column(ForeignKey("emergencies.request_id"), primary_key=True)
    number: Mapped[int] = mapped_column(primary_key=True)
    veterinarian_id: Mapped[UUID]
    answer_by: Mapped[datetime]
