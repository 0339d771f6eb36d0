"""Equipment that keeps things cold, and the sensors in it."""

from datetime import datetime
from typing import Literal, get_args
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, Index, String, Text, text
from sqlalchemy.orm import Mapped, mapped_column

from amigok_chassis.ids import new_id
from amigok_chassis.rows import Named
from stream.models import Base

Kind = Literal["refrigerator", "freezer", "milk_tank", "cold_room", "other"]
Status = Literal["on", "off", "maintenance"]
Role = Literal["temperature", "power", "door"]
"""What a sensor measures of the equipment; also the type that the sensor must have."""


class Equipment(Named, Base):
    """A refrigerator or the like on a farm. Its content keeps between `low` and `high`, in °C.

    It may be outside of them for `allowed_minutes` at a time. It is judged while it is `on`, with the range that it has
    had since `range_since`.
    """

    __tablename__ = "equipment"

    id: Mapped[UUID] = mapped_column(primary_key=True, default=new_id)
    version: Mapped[int] = mapped_column(default=1)
    farm_id: Mapped[UUID]
    area_id: Mapped[UUID | None]
    name: Mapped[str] = mapped_column(String(100))
    kind: Mapped[Kind] = mapped_column(String(20))
    model: Mapped[str | None] = mapped_column(String(100))
    manufacturer: Mapped[str | None] = mapped_column(String(100))
    serial: Mapped[str | None] = mapped_column(String(100))
    location: Mapped[str | None] = mapped_column(String(200))
    low: Mapped[float]
    high: Mapped[float]
    allowed_minutes: Mapped[int]
    rated_power_w: Mapped[float | None]
    daily_energy_kwh: Mapped[float | None]
    notes: Mapped[str] = mapped_column(Text)
    status: Mapped[Status] = mapped_column(String(20), default="on")
    status_since: Mapped[datetime]
    range_since: Mapped[datetime]
    retired_at: Mapped[datetime | None]
    created_at: Mapped[datetime]
    created_by: Mapped[UUID]

    __table_args__ = (
        CheckConstraint(f"kind IN {get_args(Kind)}", name="kind"),
        CheckConstraint(f"status IN {get_args(Status)}", name="status"),
        CheckConstraint("low < high", name="range"),
        CheckConstraint("allowed_minutes BETWEEN 0 AND 10080", name="allowed_minutes"),
        Index("equipment_name_key", "farm_id", "name_key", unique=True, postgresql_where=text("retired_at IS NULL")),
        Index(None, "farm_id", "id"),
    )


class StatusChange(Base):
    """Equipment was switched on or off, went into maintenance or was retired. Never changed."""

    __tablename__ = "equipment_changes"

    id: Mapped[UUID] = mapped_column(primary_key=True, default=new_id)
    equipment_id: Mapped[UUID] = mapped_column(ForeignKey("equipment.id"))
    status: Mapped[str] = mapped_column(String(20))
    note: Mapped[str | None] = mapped_column(Text)
    changed_at: Mapped[datetime]
    changed_by: Mapped[UUID]

    __table_args__ = (
        CheckConstraint("status IN ('on', 'off', 'maintenance', 'retired')", name="status"),
        Index(None, "equipment_id", "id"),
    )


class Attachment(Base):
    """A sensor measured equipment from `attached_at` to `detached_at`. It is attached to one at a time."""

    __tablename__ = "equipment_sensors"

    id: Mapped[UUID] = mapped_column(primary_key=True, default=new_id)
    equipment_id: Mapped[UUID] = mapped_column(ForeignKey("equipment.id"))
    sensor_id: Mapped[UUID] = mapped_column(ForeignKey("sensors.id"))
    role: Mapped[Role] = mapped_column(String(20))
    attached_at: Mapped[datetime]
    detached_at: Mapped[datetime | None]

    __table_args__ = (
        CheckConstraint(f"role IN {get_args(Role)}", name="role"),
        CheckConstraint("detached_at >= attached_at", name="detached_at"),
        Index(
            "equipment_sensors_sensor_id_key", "sensor_id", unique=True, postgresql_where=text("detached_at IS NULL")
        ),
        Index(None, "equipment_id", "id"),
    )
