"""When devices were away, and how they were."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import BigInteger, CheckConstraint, Double, ForeignKey, Index, String, text
from sqlalchemy.orm import Mapped, mapped_column

from stream.connectivity.machine import ABSENCES
from stream.models import Base

SLOTS = 2016
"""Five minutes each, a week in all."""

UNTOLD = ABSENCES.check("state", ("noticed", "announced"))


class Absence(Base):
    """A device was not heard from `lost_at` to `back_at`, longer than `silence`. Its state is what people were told."""

    __tablename__ = "device_absences"

    device_id: Mapped[UUID] = mapped_column(ForeignKey("devices.id"), primary_key=True)
    lost_at: Mapped[datetime] = mapped_column(primary_key=True)
    back_at: Mapped[datetime | None]
    state: Mapped[str] = mapped_column(String(10))

    __table_args__ = (
        CheckConstraint(ABSENCES.check("state"), name="state"),
        CheckConstraint("back_at >= lost_at", name="back_at"),
        Index("device_absences_open_idx", "device_id", postgresql_where=text(UNTOLD)),
        Index(None, "lost_at"),
    )

    def take(self, action: str) -> None:
        """Takes a step; the row must be locked. Raises WrongState."""
        self.state = ABSENCES.follow(action, self.state)


class Health(Base):
    """The last report of a device in each five minutes of a week: a ring, so that it never grows.

    `clock_skew_seconds` is how far the device's clock was ahead of ours.
    """

    __tablename__ = "device_health"

    device_id: Mapped[UUID] = mapped_column(ForeignKey("devices.id"), primary_key=True)
    slot: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    reported_at: Mapped[datetime]
    cpu_percent: Mapped[float | None] = mapped_column(Double)
    memory_percent: Mapped[float | None] = mapped_column(Double)
    disk_percent: Mapped[float | None] = mapped_column(Double)
    temperature_celsius: Mapped[float | None] = mapped_column(Double)
    uptime_seconds: Mapped[int | None] = mapped_column(BigInteger)
    clock_skew_seconds: Mapped[float | None] = mapped_column(Double)

    __table_args__ = (CheckConstraint(f"slot BETWEEN 0 AND {SLOTS - 1}", name="slot"),)
