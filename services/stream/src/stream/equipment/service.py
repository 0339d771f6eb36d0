"""Equipment: registered, changed, switched, retired; sensors attached to it. All of it is audited."""

from uuid import UUID

from sqlalchemy import select, update

from amigok_chassis import audit, clock
from amigok_chassis.auth import Principal
from amigok_chassis.rows import named_violations, refuse_other_version
from amigok_chassis.unit_of_work import UnitOfWork
from stream.equipment.errors import (
    EquipmentExists,
    EquipmentNotFound,
    EquipmentRetired,
    OtherSensorType,
    SensorAttached,
    SensorNotAttached,
    UnknownSensor,
)
from stream.equipment.guards import require_worker
from stream.equipment.models import Attachment, Equipment, StatusChange
from stream.equipment.schemas import (
    AttachmentIn,
    AttachmentOut,
    EquipmentChange,
    EquipmentIn,
    EquipmentOut,
    StatusIn,
)
from stream.sensors.models import Sensor

_VIOLATIONS = {"equipment_name_key": EquipmentExists}
_WRITTEN = tuple(EquipmentIn.model_fields)
_RANGE = ("low", "high", "allowed_minutes")


async def add(db: UnitOfWork, by: Principal, farm_id: UUID, wanted: EquipmentIn) -> EquipmentOut:
    """Registers equipment, switched on. Raises OtherFarm, FarmNotFound, EquipmentExists."""
    await require_worker(db, by, farm_id)
    now = clock.now()
    since = {"status_since": now, "range_since": now, "created_at": now}
    unit = Equipment(version=1, farm_id=farm_id, status="on", created_by=by.id, **since, **wanted.model_dump())
    db.add(unit)
    await _flush(db)
    _note(db, unit, "on", None, by)
    audit.record(db, "equipment.added", subject_id=unit.id, after=audit.picture(unit, "farm_id", *_WRITTEN))
    return EquipmentOut.model_validate(unit)


async def change(
    db: UnitOfWork, by: Principal, farm_id: UUID, equipment_id: UUID, wanted: EquipmentChange
) -> EquipmentOut:
    """Replaces what is known of equipment. A new range counts from now on.

    Raises OtherFarm, FarmNotFound, EquipmentNotFound, EquipmentRetired, VersionConflict, EquipmentExists.
    """
    unit = await _locked(db, by, farm_id, equipment_id)
    refuse_other_version(wanted.version, unit.version)
    before = audit.picture(unit, *_WRITTEN)
    for name in _WRITTEN:
        setattr(unit, name, getattr(wanted, name))
    unit.version += 1
    after = audit.picture(unit, *_WRITTEN)
    if any(before[name] != after[name] for name in _RANGE):
        unit.range_since = clock.now()
    await _flush(db)
    audit.unchanged()
    audit.record(db, "equipment.changed", subject_id=unit.id, before=before, after=after)
    return EquipmentOut.model_validate(unit)


async def switch(db: UnitOfWork, by: Principal, farm_id: UUID, equipment_id: UUID, wanted: StatusIn) -> EquipmentOut:
    """Says what equipment does now. It is judged while it is on.

    Raises OtherFarm, FarmNotFound, EquipmentNotFound, EquipmentRetired, VersionConflict.
    """
    unit = await _locked(db, by, farm_id, equipment_id)
    refuse_other_version(wanted.version, unit.version)
    before = audit.picture(unit, "status")
    audit.unchanged()
    if wanted.status != unit.status:
        unit.status, unit.status_since = wanted.status, clock.now()
        unit.version += 1
        _note(db, unit, wanted.status, wanted.note, by)
        after = audit.picture(unit, "status")
        audit.record(db, "equipment.switched", subject_id=unit.id, before=before, after=after)
    return EquipmentOut.model_validate(unit)


async def retire(db: UnitOfWork, by: Principal, farm_id: UUID, equipment_id: UUID) -> None:
    """Retires equipment and detaches its sensors; what was recorded of it stays.

    Raises OtherFarm, FarmNotFound, EquipmentNotFound, EquipmentRetired.
    """
    unit = await _locked(db, by, farm_id, equipment_id)
    now = clock.now()
    unit.retired_at = now
    unit.version += 1
    attached = update(Attachment).where(Attachment.equipment_id == unit.id, Attachment.detached_at.is_(None))
    await db.execute(attached.values(detached_at=now))
    _note(db, unit, "retired", None, by)
    audit.record(db, "equipment.retired", subject_id=unit.id, after=audit.picture(unit, "name"))


async def attach(
    db: UnitOfWork, by: Principal, farm_id: UUID, equipment_id: UUID, wanted: AttachmentIn
) -> AttachmentOut:
    """Attaches a sensor of the farm from now on.

    Raises OtherFarm, FarmNotFound, EquipmentNotFound, EquipmentRetired, UnknownSensor, OtherSensorType, SensorAttached.
    """
    unit = await _locked(db, by, farm_id, equipment_id)
    sensor = await db.get(Sensor, wanted.sensor_id)
    if sensor is None or sensor.farm_id != farm_id:
        raise UnknownSensor
    if sensor.type != wanted.role:
        raise OtherSensorType
    row = Attachment(equipment_id=unit.id, attached_at=clock.now(), **wanted.model_dump())
    db.add(row)
    with named_violations({"equipment_sensors_sensor_id_key": SensorAttached}):
        await db.flush()
    audit.record(db, "equipment.sensor_attached", subject_id=unit.id, after=wanted.model_dump(mode="json"))
    return AttachmentOut.model_validate(row)


async def detach(db: UnitOfWork, by: Principal, farm_id: UUID, equipment_id: UUID, sensor_id: UUID) -> None:
    """Detaches a sensor. Raises OtherFarm, FarmNotFound, EquipmentNotFound, EquipmentRetired, SensorNotAttached."""
    unit = await _locked(db, by, farm_id, equipment_id)
    mine = Attachment.equipment_id == unit.id, Attachment.sensor_id == sensor_id, Attachment.detached_at.is_(None)
    row = await db.scalar(select(Attachment).where(*mine))
    if row is None:
        raise SensorNotAttached
    row.detached_at = clock.now()
    before = {"sensor_id": str(sensor_id), "role": row.role}
    audit.record(db, "equipment.sensor_detached", subject_id=unit.id, before=before)


async def _locked(db: UnitOfWork, by: Principal, farm_id: UUID, equipment_id: UUID) -> Equipment:
    await require_worker(db, by, farm_id)
    mine = Equipment.id == equipment_id, Equipment.farm_id == farm_id
    unit = await db.scalar(select(Equipment).where(*mine).with_for_update(key_share=True))
    if unit is None:
        raise EquipmentNotFound
    if unit.retired_at is not None:
        raise EquipmentRetired
    return unit


async def _flush(db: UnitOfWork) -> None:
    with named_violations(_VIOLATIONS):
        await db.flush()


def _note(db: UnitOfWork, unit: Equipment, status: str, note: str | None, by: Principal) -> None:
    now = clock.now()
    db.add(StatusChange(equipment_id=unit.id, status=status, note=note, changed_at=now, changed_by=by.id))
