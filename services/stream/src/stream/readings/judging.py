"""Whether a reading can be stored, and as what. Pure rules."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from stream.devices.login import DevicePrincipal
from stream.readings.models import READINGS
from stream.readings.schemas import Code, ReadingIn
from stream.sensor_types.models import SensorType
from stream.sensor_types.units import converted
from stream.sensors.making import Sensed


@dataclass(frozen=True, slots=True)
class Arrived:
    """A reading with the device that sent it."""

    device: DevicePrincipal
    reading: ReadingIn

    @property
    def sensed(self) -> Sensed:
        """Which sensor it is of."""
        farm_id = self.device.farm_at(self.reading.recorded_at)
        return Sensed(self.device.id, farm_id, self.reading.sensor, self.reading.type)


@dataclass(frozen=True, slots=True)
class Measured:
    """A value of a sensor, in the unit of its type."""

    sensor_id: UUID
    recorded_at: datetime
    value: float


def judged(reading: ReadingIn, types: Mapping[str, SensorType], now: datetime, skew: timedelta) -> float | Code:
    """The value in the unit of its type, or why it is refused."""
    kind = types.get(reading.type)
    if kind is None:
        return "unknown_type"
    value = converted(reading.value, reading.unit, to=kind.unit)
    if value is None:
        return "unknown_unit"
    if not kind.is_plausible(value):
        return "implausible"
    if reading.recorded_at > now + skew:
        return "in_future"
    return value if reading.recorded_at >= now - READINGS.keep else "too_old"
