"""Sensors over HTTP."""

from datetime import datetime
from uuid import UUID

from amigok_chassis.schemas import In, Name, Out
from stream.sensor_types.schemas import TypeName, Unit


class SensorIn(In):
    """A sensor before its first reading. `name` is what its device calls it."""

    device_id: UUID
    name: Name
    type: TypeName
    area_id: UUID | None = None


class SensorChange(In):
    """Where a sensor is: owners of animals in that area see what it measures, if they see that type."""

    area_id: UUID | None


class SensorOut(Out):
    """A sensor with its newest value, in `unit`."""

    id: UUID
    device_id: UUID
    farm_id: UUID
    area_id: UUID | None
    name: str
    type: TypeName
    unit: Unit
    created_at: datetime
    last_recorded_at: datetime | None
    last_value: float | None
