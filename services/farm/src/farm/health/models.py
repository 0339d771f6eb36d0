"""The health records of animals."""

from datetime import date, datetime
from typing import Literal
from uuid import UUID

from sqlalchemy import CHAR, BigInteger, CheckConstraint, ForeignKey, Index, String, Text, text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from amigok_chassis.ids import new_id
from amigok_contracts import Money
from farm.livestock.models import Livestock
from farm.models import Base

RecordType = Literal["checkup", "vaccination", "treatment", "quarantine_start", "quarantine_end"]


class HealthRecord(Base):
    """What was observed or done. A correction is another record, which supersedes this one.

    A record with a medicine has its own copy of the name and the withdrawal periods; `meat_until` and `milk_until`
    count from the last administration. `is_due` means that no later record has met `next_checkup_on`.
    """

    __tablename__ = "health_records"

    id: Mapped[UUID] = mapped_column(primary_key=True, default=new_id)
    livestock_id: Mapped[UUID] = mapped_column(ForeignKey("livestock.id"))
    record_type: Mapped[RecordType] = mapped_column(String(20))
    occurred_at: Mapped[datetime]
    recorded_at: Mapped[datetime]
    recorded_by: Mapped[UUID]
    description: Mapped[str | None] = mapped_column(Text)
    diagnosis: Mapped[str | None] = mapped_column(Text)
    treatment: Mapped[str | None] = mapped_column(Text)
    veterinarian_notes: Mapped[str | None] = mapped_column(Text)
    cost_minor: Mapped[int | None] = mapped_column(BigInteger)
    currency: Mapped[str | None] = mapped_column(CHAR(3))
    medicine_id: Mapped[UUID | None]
    medicine_name: Mapped[str | None] = mapped_column(String(200))
    dose: Mapped[str | None] = mapped_column(String(100))
    last_administered_at: Mapped[datetime | None]
    meat_days: Mapped[int | None]
    milk_days: Mapped[int | None]
    meat_until: Mapped[datetime | None]
    milk_until: Mapped[datetime | None]
    next_checkup_on: Mapped[date | None]
    is_due: Mapped[bool] = mapped_column(default=False)
    supersedes_id: Mapped[UUID | None] = mapped_column(ForeignKey("health_records.id"), unique=True)
    superseded_at: Mapped[datetime | None]

    livestock: Mapped[Livestock] = relationship(lazy="raise")

    __table_args__ = (
        CheckConstraint(
            "CASE record_type WHEN 'treatment' THEN medicine_id IS NOT NULL WHEN 'vaccination' THEN true "
            "WHEN 'checkup' THEN medicine_id IS NULL WHEN 'quarantine_start' THEN medicine_id IS NULL "
            "WHEN 'quarantine_end' THEN medicine_id IS NULL ELSE false END",
            name="record_type",
        ),
        CheckConstraint(
            "num_nulls(medicine_id, medicine_name, dose, last_administered_at, meat_days, milk_days, meat_until, "
            "milk_until) IN (0, 8)",
            name="medicine",
        ),
        CheckConstraint("least(meat_days, milk_days) >= 0", name="days"),
        CheckConstraint("least(meat_until, milk_until) >= last_administered_at", name="until"),
        CheckConstraint(
            "occurred_at <= recorded_at AND last_administered_at BETWEEN occurred_at AND recorded_at",
            name="recorded_at",
        ),
        CheckConstraint("num_nulls(cost_minor, currency) IN (0, 2) AND cost_minor >= 0", name="cost"),
        CheckConstraint("NOT is_due OR (next_checkup_on IS NOT NULL AND superseded_at IS NULL)", name="is_due"),
        Index(None, "livestock_id", "occurred_at", "id"),
        Index("health_records_due_idx", "next_checkup_on", "id", postgresql_where=text("is_due")),
    )

    @property
    def cost(self) -> Money | None:
        if self.cost_minor is None or self.currency is None:
            return None
        return Money.of_minor(self.cost_minor, self.currency)
