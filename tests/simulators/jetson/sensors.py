"""What the device measures: quantities that wander a little, or what it is told."""

from datetime import datetime
from math import sin
from typing import Any

from tests.simulators.jetson.clock import text

USUAL = {"temperature": ("barn-temperature", "°C", 18.0), "humidity": ("barn-humidity", "%", 60.0)}
"""The sensor, its unit and what it shows on average."""


class Sensors:
    """One of each type of `USUAL`."""

    def __init__(self) -> None:
        self.told: dict[str, float] = {}
        """By sensor: a value that it keeps showing."""

    def tell(self, sensor: str, value: float | None) -> None:
        """Has a sensor show this from now on, or what it really measures."""
        self.told.pop(sensor, None)
        if value is not None:
            self.told[sensor] = value

    def measure(self, now: datetime) -> list[dict[str, Any]]:
        wave = sin(now.timestamp() / 60)
        return [
            {
                "sensor": sensor,
                "type": kind,
                "value": self.told.get(sensor, round(usual + wave, 2)),
                "recorded_at": text(now),
            }
            for kind, (sensor, _, usual) in USUAL.items()
        ]
