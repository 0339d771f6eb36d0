"""Sensors as tests of alarms use them: what storing readings does has its own tests."""

from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from amigok_chassis import clock
from amigok_chassis.ids import new_id
from amigok_chassis.testing import Rig
from services.stream.tests.conftest import Yard
from services.stream.tests.machines import Machine
from stream.sensors.models import Sensor
from stream.tables import Partitioned

_STORE = """
    WITH stored AS (
        INSERT INTO readings SELECT $1, * FROM unnest($2::timestamptz[], $3::float8[]) ON CONFLICT DO NOTHING
        RETURNING recorded_at
    )
    UPDATE sensors SET
        unjudged_from = least(unjudged_from, earliest), last_recorded_at = greatest(last_recorded_at, latest)
    FROM (SELECT min(recorded_at) AS earliest, max(recorded_at) AS latest FROM stored) AS new
    WHERE id = $1 AND earliest IS NOT NULL
"""


async def make_room(rig: Rig, days: int = 3) -> None:
    """Makes the parts of the table of readings."""
    async with rig.db.unit_of_work() as db:
        await Partitioned("readings", "day", keep=timedelta(days=days)).maintain(db)


class Gauge:
    """A sensor of a farm. Times are in minutes after `start`, which is some hours ago."""

    def __init__(self, rig: Rig, id: UUID, machine: Machine, start: datetime) -> None:
        self.rig, self.id, self.machine, self.start = rig, id, machine, start

    @classmethod
    async def made(cls, yard: Yard, *, machine: Machine | None = None, hours: float = 6, **values: Any) -> "Gauge":
        machine = machine or await yard.machine()
        start = clock.now() - timedelta(hours=hours)
        sensor = Sensor(
            id=new_id(),
            device_id=machine.id,
            farm_id=machine.farm_id,
            created_at=start,
            **{"name": f"t{new_id().hex[-6:]}", "type": "temperature", "unit": "°C"} | values,
        )
        async with yard.rig.db.unit_of_work() as db:
            db.add(sensor)
        return cls(yard.rig, sensor.id, machine, start)

    def at(self, minute: float) -> datetime:
        return self.start + timedelta(minutes=minute)

    async def store(self, values: Iterable[tuple[float, float]]) -> None:
        """Stores values at these minutes and says so, as storing does."""
        rows = list(values)
        await self.rig.db.fetch(_STORE, self.id, [self.at(minute) for minute, _ in rows], [value for _, value in rows])

    async def measure(self, *values: tuple[float, float]) -> None:
        """Stores values at these minutes, and has them judged."""
        await self.store(values)
        await self.rig.run_task("judge_readings")
