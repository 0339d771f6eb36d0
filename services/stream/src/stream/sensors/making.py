"""Sensors by the names that their devices give them: found, or made of their first reading."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import ARRAY, String, Uuid, cast, column, func, select, tuple_
from sqlalchemy.dialects.postgresql import insert

from amigok_chassis import clock
from amigok_chassis.ids import new_id
from amigok_chassis.unit_of_work import UnitOfWork
from stream.devices.models import Device
from stream.sensor_types.models import SensorType
from stream.sensors.models import Sensor
from stream.settings import Settings

Key = tuple[UUID, UUID, str]
"""The id of a device, of the farm where it is, and its own name for a sensor."""


@dataclass(frozen=True, slots=True)
class Sensed:
    """A sensor as its device speaks of it."""

    device_id: UUID
    farm_id: UUID
    name: str
    type: str

    @property
    def key(self) -> Key:
        return self.device_id, self.farm_id, self.name


async def find_or_make(db: UnitOfWork, sensed: Mapping[Key, Sensed]) -> dict[Key, Sensor]:
    """The sensors with these keys. Those that are new are made, as many as their device may still have."""
    found = await _known(db, sensed)
    missing = [each for key, each in sensed.items() if key not in found]
    if not missing:
        return found
    await _lock_devices(db, {each.device_id for each in missing})
    found = await _known(db, sensed)
    if rows := await _rows(db, [each for each in missing if each.key not in found]):
        await db.execute(insert(Sensor).values(rows).on_conflict_do_nothing())  # an administrator may have been faster
    return await _known(db, sensed)


async def _known(db: UnitOfWork, keys: Collection[Key]) -> dict[Key, Sensor]:
    if not keys:
        return {}
    devices, farms, names = (list(each) for each in zip(*keys, strict=True))
    columns = column("device_id", Uuid), column("farm_id", Uuid), column("name", String)
    wanted = func.unnest(cast(devices, ARRAY(Uuid)), cast(farms, ARRAY(Uuid)), cast(names, ARRAY(String)))
    asked = wanted.table_valued(*columns).render_derived()
    same = (Sensor.device_id == asked.c.device_id) & (Sensor.farm_id == asked.c.farm_id) & (Sensor.name == asked.c.name)
    rows = await db.scalars(select(Sensor).join(asked, same))
    return {(row.device_id, row.farm_id, row.name): row for row in rows}


async def _lock_devices(db: UnitOfWork, ids: Collection[UUID]) -> None:
    """So that no device gets more sensors than it may have."""
    devices = select(Device.id).where(Device.id.in_(ids)).order_by(Device.id)
    await db.execute(devices.with_for_update(key_share=True))


async def _rows(db: UnitOfWork, missing: Collection[Sensed]) -> list[dict[str, object]]:
    left, units, now = await _left(db, missing), await _units(db, missing), clock.now()
    rows: list[dict[str, object]] = []
    for each in missing:
        if left[each.device_id] > 0 and each.type in units:
            left[each.device_id] -= 1
            values = {name: getattr(each, name) for name in ("device_id", "farm_id", "name", "type")}
            rows.append({"id": new_id(), "unit": units[each.type], "created_at": now} | values)
    return rows


async def _left(db: UnitOfWork, missing: Collection[Sensed]) -> dict[UUID, int]:
    """How many sensors each device may still get on the farm where it is."""
    most, places = db.settings(Settings).sensors_per_device, {(each.device_id, each.farm_id) for each in missing}
    there = tuple_(Sensor.device_id, Sensor.farm_id).in_(list(places))
    counted = select(Sensor.device_id, func.count()).where(there).group_by(Sensor.device_id)
    left = {device_id: most for device_id, _ in places}
    return left | {device_id: most - count for device_id, count in await db.execute(counted)}


async def _units(db: UnitOfWork, missing: Collection[Sensed]) -> dict[str, str]:
    """The units of types, which are not removed meanwhile."""
    types = select(SensorType.name, SensorType.unit).where(SensorType.name.in_({each.type for each in missing}))
    rows = await db.execute(types.with_for_update(read=True, key_share=True))
    return {row.name: row.unit for row in rows}
