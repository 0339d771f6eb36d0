"""Doses, and what people said about each."""

from datetime import datetime
from typing import Literal, get_args
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, Index, String, Text, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from amigok_chassis.ids import new_id
from care.doses.machine import DOSES
from care.models import Base
from care.prescriptions.models import Prescription

Outcome = Literal["given", "refused", "skipped"]


class Dose(Base):
    """One dose of a prescription. `done_at` is when it was given, and `farm_id` where.

    `reminded_at` is when people were told that it is due.
    """

    __tablename__ = "doses"

    id: Mapped[UUID] = mapped_column(primary_key=True, default=new_id)
    prescription_id: Mapped[UUID] = mapped_column(ForeignKey("prescriptions.id"))
    livestock_id: Mapped[UUID]
    number: Mapped[int]
    planned_at: Mapped[datetime]
    state: Mapped[str] = mapped_column(String(10))
    reminded_at: Mapped[datetime | None]
    done_at: Mapped[datetime | None]
    farm_id: Mapped[UUID | None]

    prescription: Mapped[Prescription] = relationship(lazy="raise")

    __table_args__ = (
        UniqueConstraint("prescription_id", "number"),
        CheckConstraint(DOSES.check("state"), name="state"),
        CheckConstraint("(state = 'given') = (done_at IS NOT NULL)", name="done_at"),
        Index(None, "planned_at", "id"),
        Index("doses_waiting_idx", "planned_at", postgresql_where=text("state = 'planned'")),
        Index("doses_unreminded_idx", "planned_at", postgresql_where=text("state = 'planned' AND reminded_at IS NULL")),
        Index("doses_given_idx", "farm_id", "done_at", postgresql_where=text("state = 'given'")),
    )

    def become(self, action: str) -> None:
        """Takes a step; the row must be locked. Raises WrongState."""
        self.state = DOSES.follow(action, self.state)


class MedicationEntry(Base):
    """What somebody said about a dose; never changed. `client_id` is the phone's own id of it."""

    __tablename__ = "medication_log"

    id: Mapped[UUID] = mapped_column(primary_key=True, default=new_id)
    dose_id: Mapped[UUID] = mapped_column(ForeignKey("doses.id"))
    outcome: Mapped[Outcome] = mapped_column(String(10))
    happened_at: Mapped[datetime]
    reason: Mapped[str | None] = mapped_column(Text)
    logged_at: Mapped[datetime]
    logged_by: Mapped[UUID]
    client_id: Mapped[UUID | None]

    __table_args__ = (
        UniqueConstraint("logged_by", "client_id", name="medication_log_client_id_key"),
        CheckConstraint(f"outcome IN {get_args(Outcome)}", name="outcome"),
        CheckConstraint("outcome = 'given' OR reason IS NOT NULL", name="reason"),
        Index(None, "dose_id"),
    )
