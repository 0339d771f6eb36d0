"""Readings over HTTP and MQTT."""

from datetime import datetime
from typing import Annotated, Literal
from uuid import UUID

from pydantic import Field

from amigok_chassis.schemas import In, Name, NearMoment, Out
from stream.sensor_types.schemas import Number, TypeName, Unit

MOST = 1000
"""Readings in one request or message."""

Code = Literal[
    "stored",
    "duplicate",
    "unknown_type",
    "unknown_unit",
    "implausible",
    "in_future",
    "too_old",
    "other_type",
    "too_many_sensors",
]
"""What became of one reading. `duplicate`: the sensor has one of that time already, and keeps it."""


class ReadingIn(In):
    """A value of a sensor, which the device names as it likes. Without `unit` it is in that of the type."""

    sensor: Name
    type: TypeName
    unit: Unit | None = None
    value: Number
    recorded_at: NearMoment


Readings = Annotated[list[ReadingIn], Field(min_length=1, max_length=MOST)]


class ReadingsIn(In):
    """Readings in any order, of any of the device's sensors."""

    readings: Readings


class ReadingsOut(Out):
    """What became of each reading, in their order. What is refused is refused again if it is sent again."""

    stored: int
    results: list[Code]


class RefusedOut(Out):
    """A reading, or a message that is none, as it began."""

    id: UUID
    device_id: UUID
    sensor: str | None
    code: str = Field(examples=["implausible"])
    content: str = Field(examples=['{"sensor":"barn 1","type":"temperature","value":999.0}'])
    refused_at: datetime
