"""What sensors measured, its sums by hour and day, and what was refused."""

from datetime import datetime, timedelta
from uuid import UUID

from sqlalchemy import BigInteger, CheckConstraint, Index, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from amigok_chassis.ids import new_id
from stream.models import Base
from stream.tables import Partitioned

READINGS = Partitioned("readings", "day", keep=timedelta(days=90))
"""Readings are kept for 90 days; what is older is refused when it arrives."""


class Reading(Base):
    """One value of a sensor, in the unit of its type. It is written by COPY."""

    __tablename__ = READINGS.table

    sensor_id: Mapped[UUID] = mapped_column(primary_key=True)
    recorded_at: Mapped[datetime] = mapped_column(primary_key=True)
    value: Mapped[float]


class _Sums:
    sensor_id: Mapped[UUID] = mapped_column(primary_key=True)
    began_at: Mapped[datetime] = mapped_column(primary_key=True)
    minimum: Mapped[float]
    maximum: Mapped[float]
    total: Mapped[float]
    count: Mapped[int] = mapped_column(BigInteger)

    __table_args__ = (CheckConstraint("count > 0", name="count"),)


class Hour(_Sums, Base):
    """All readings of a sensor in one hour of UTC. It grows in the transaction that stores them."""

    __tablename__ = "reading_hours"


class Day(_Sums, Base):
    """All readings of a sensor in one day of UTC."""

    __tablename__ = "reading_days"


class Refused(Base):
    """What a device sent and was not stored: why, and how it began. `sensor` is what the device calls it, if it did."""

    __tablename__ = "refused_readings"

    id: Mapped[UUID] = mapped_column(primary_key=True, default=new_id)
    device_id: Mapped[UUID]
    sensor: Mapped[str | None] = mapped_column(String(100))
    code: Mapped[str] = mapped_column(String(30))
    content: Mapped[str] = mapped_column(Text)
    refused_at: Mapped[datetime]

    __table_args__ = (Index(None, "device_id", "id"),)
