"""Sensors of devices."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import ForeignKey, Index, String, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column

from amigok_chassis.ids import new_id
from stream.models import Base


class Sensor(Base):
    """A sensor, by the name that its device gives it. It measures one type of quantity in one unit.

    What a device measures on another farm is of other sensors: people of the new farm do not see what was before.

    `unjudged_from` is the time of the earliest reading that was stored since alarms were last judged by it.
    """

    __tablename__ = "sensors"

    id: Mapped[UUID] = mapped_column(primary_key=True, default=new_id)
    device_id: Mapped[UUID] = mapped_column(ForeignKey("devices.id"))
    farm_id: Mapped[UUID]
    area_id: Mapped[UUID | None]
    name: Mapped[str] = mapped_column(String(100))
    type: Mapped[str] = mapped_column(ForeignKey("sensor_types.name"))
    unit: Mapped[str] = mapped_column(String(20))
    created_at: Mapped[datetime]
    last_recorded_at: Mapped[datetime | None]
    last_value: Mapped[float | None]
    unjudged_from: Mapped[datetime | None]

    __table_args__ = (
        UniqueConstraint("device_id", "farm_id", "name"),
        Index(None, "farm_id", "type"),
        Index(None, "farm_id", "area_id", "id"),
        Index("sensors_unjudged_idx", "unjudged_from", postgresql_where=text("unjudged_from IS NOT NULL")),
    )
