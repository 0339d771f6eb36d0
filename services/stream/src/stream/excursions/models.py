"""Excursions of equipment."""

from datetime import datetime
from typing import Literal
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, Index, String, Text, text
from sqlalchemy.orm import Mapped, mapped_column

from amigok_chassis.ids import new_id
from amigok_chassis.machine import Machine, step
from stream.alarms.judging import Episode
from stream.models import Base

EXCURSIONS = Machine(
    "excursions",
    states=("open", "ended", "withdrawn"),
    steps={
        "begin": step(None, to="open", by="judge"),
        "end": step("open", to="ended", by="judge", then=["stream.excursion.ended", "stream.excursion.corrected"]),
        "correct": step("ended", to="ended", by="judge", then=["stream.excursion.corrected"]),
        "reopen": step("ended", to="open", by="judge"),
        "withdraw": step("open", "ended", to="withdrawn", by="judge", then=["stream.excursion.withdrawn"]),
    },
    meanings={
        "open": "The equipment is outside of its range, or nothing was measured since.",
        "ended": "It is back in its range, or is not judged any more; there is a verdict.",
        "withdrawn": "Late readings have shown that it never was.",
    },
)

State = Literal["open", "ended", "withdrawn"]
Verdict = Literal["within_allowance", "breach"]


class Excursion(Base):
    """Equipment was outside of its range from `began_at` to `ended_at`, by one of its sensors. Temperatures are in °C.

    It has the range and the allowance that the equipment had. What it came to is known when it has ended:
    `mean_kinetic` over the excursion, `mean_kinetic_day` over the 24 hours until its end if half of them is known.
    """

    __tablename__ = "excursions"

    id: Mapped[UUID] = mapped_column(primary_key=True, default=new_id)
    version: Mapped[int] = mapped_column(default=1)
    equipment_id: Mapped[UUID] = mapped_column(ForeignKey("equipment.id"))
    sensor_id: Mapped[UUID] = mapped_column(ForeignKey("sensors.id"))
    farm_id: Mapped[UUID]
    state: Mapped[State] = mapped_column(String(12))
    low: Mapped[float]
    high: Mapped[float]
    allowed_minutes: Mapped[int]
    signal: Mapped[float]
    value: Mapped[float]
    began_at: Mapped[datetime]
    confirmed_at: Mapped[datetime]
    ended_at: Mapped[datetime | None]
    end_confirmed_at: Mapped[datetime | None]
    end_reason: Mapped[str | None] = mapped_column(String(20))
    lowest: Mapped[float | None]
    highest: Mapped[float | None]
    mean: Mapped[float | None]
    mean_kinetic: Mapped[float | None]
    mean_kinetic_day: Mapped[float | None]
    minutes_above: Mapped[float | None]
    minutes_below: Mapped[float | None]
    verdict: Mapped[Verdict | None] = mapped_column(String(20))
    found_at: Mapped[datetime]
    closed_at: Mapped[datetime | None]
    reviewed_at: Mapped[datetime | None]
    reviewed_by: Mapped[UUID | None]
    note: Mapped[str | None] = mapped_column(Text)

    __table_args__ = (
        CheckConstraint(EXCURSIONS.check("state"), name="state"),
        CheckConstraint("(state = 'ended') = (end_reason IS NOT NULL)", name="end_reason"),
        CheckConstraint("verdict IN ('within_allowance', 'breach')", name="verdict"),
        CheckConstraint("state <> 'ended' OR verdict IS NOT NULL", name="state_verdict"),
        CheckConstraint("(state = 'ended') = (end_confirmed_at IS NOT NULL)", name="end_confirmed_at"),
        CheckConstraint("(reviewed_at IS NULL) = (reviewed_by IS NULL)", name="reviewed_at"),
        Index("excursions_open_key", "equipment_id", "sensor_id", unique=True, postgresql_where=text("state = 'open'")),
        Index(None, "equipment_id", "id"),
        Index(None, "equipment_id", "began_at"),
        Index(None, "sensor_id", "end_confirmed_at"),
    )

    def become(self, action: str) -> None:
        """Takes a step; the row must be locked. Raises WrongState."""
        state: State = EXCURSIONS.follow(action, self.state)  # type: ignore[assignment]
        self.state = state
        self.version += 1

    @property
    def episode(self) -> Episode:
        """What judging knows of it."""
        return Episode(self.began_at, self.confirmed_at, self.signal, self.value, self.ended_at, self.end_confirmed_at)
