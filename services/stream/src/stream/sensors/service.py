"""Sensors: what administrators say of them, and who may see them."""

from typing import Any
from uuid import UUID

from sqlalchemy import Select, literal, select

from amigok_chassis import audit, clock
from amigok_chassis.auth import Principal
from amigok_chassis.pagination import Page, Paging, paginate
from amigok_chassis.rows import named_violations
from amigok_chassis.unit_of_work import UnitOfWork
from stream.access.service import require_viewing
from stream.animals.models import Animal
from stream.devices.models import Device
from stream.farms.guards import require_staff
from stream.sensor_types.errors import UnknownSensorType
from stream.sensor_types.models import SensorType
from stream.sensors.errors import SensorExists, SensorNotFound, UnknownDevice
from stream.sensors.models import Sensor
from stream.sensors.schemas import SensorChange, SensorIn, SensorOut

_AUDITED = ("device_id", "name", "type", "area_id")


async def add(db: UnitOfWork, wanted: SensorIn) -> SensorOut:
    """Raises UnknownDevice, UnknownSensorType, SensorExists."""
    device = await db.get(Device, wanted.device_id, with_for_update={"read": True, "key_share": True})
    if device is None:
        raise UnknownDevice
    kind = select(SensorType).where(SensorType.name == wanted.type).with_for_update(read=True, key_share=True)
    known = await db.scalar(kind)
    if known is None:
        raise UnknownSensorType
    sensor = Sensor(**wanted.model_dump(), farm_id=device.farm_id, unit=known.unit, created_at=clock.now())
    db.add(sensor)
    with named_violations({"sensors_device_id_farm_id_name_key": SensorExists}):
        await db.flush()
    audit.record(db, "sensor.added", subject_id=sensor.id, after=audit.picture(sensor, *_AUDITED))
    return SensorOut.model_validate(sensor)


async def change(db: UnitOfWork, sensor_id: UUID, wanted: SensorChange) -> SensorOut:
    """Raises SensorNotFound."""
    sensor = await db.get(Sensor, sensor_id, with_for_update={"key_share": True}, populate_existing=True)
    if sensor is None:
        raise SensorNotFound
    before = audit.picture(sensor, *_AUDITED)
    sensor.area_id = wanted.area_id
    audit.record(db, "sensor.changed", subject_id=sensor_id, before=before, after=audit.picture(sensor, *_AUDITED))
    return SensorOut.model_validate(sensor)


async def list_of_farm(
    db: UnitOfWork, by: Principal, farm_id: UUID, paging: Paging, *, area_id: UUID | None, type: str | None
) -> Page[SensorOut]:
    """The sensors of a farm, oldest first, for its own staff and administrators. Raises Forbidden, OtherFarm."""
    await require_staff(db, by, farm_id)
    query = select(Sensor).where(Sensor.farm_id == farm_id)
    if area_id is not None:
        query = query.where(Sensor.area_id == area_id)
    if type is not None:
        query = query.where(Sensor.type == type)
    return await _page(db, query, paging)


async def list_of_animal(db: UnitOfWork, by: Principal, livestock_id: UUID, paging: Paging) -> Page[SensorOut]:
    """The sensors about an animal for whoever sees it live: those of its area of types that owners see.

    Raises LivestockNotFound.
    """
    viewing = await require_viewing(db, by, livestock_id)
    near = select(Sensor).join(Animal, (Animal.area_id == Sensor.area_id) & (Animal.farm_id == Sensor.farm_id))
    near = near.join(SensorType, SensorType.name == Sensor.type)
    return await _page(
        db, near.where(Animal.id == livestock_id, SensorType.shown_to_owners, literal(viewing.live)), paging
    )


async def _page(db: UnitOfWork, query: Select[Any], paging: Paging) -> Page[SensorOut]:
    rows, cursor = await paginate(db, query, paging, key=[Sensor.id], descending=False)
    return Page(items=[SensorOut.model_validate(row) for row in rows], next_cursor=cursor)
