"""Equipment over HTTP."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Query

from amigok_chassis.db import Reader, Session
from amigok_chassis.pagination import Page, PageRequest
from amigok_chassis.problems import problems
from amigok_chassis.rows import VersionConflict
from amigok_herd import OtherFarm
from stream.equipment import queries, service
from stream.equipment.errors import (
    EquipmentExists,
    EquipmentNotFound,
    EquipmentRetired,
    FarmNotFound,
    OtherSensorType,
    SensorAttached,
    SensorNotAttached,
    UnknownSensor,
)
from stream.equipment.guards import FarmWorker
from stream.equipment.models import Kind, Status
from stream.equipment.schemas import (
    AttachmentIn,
    AttachmentOut,
    EquipmentChange,
    EquipmentIn,
    EquipmentOut,
    StatusChangeOut,
    StatusIn,
)

router = APIRouter(prefix="/api/v1/farms/{farm_id}/equipment")

_ONE = (OtherFarm, FarmNotFound, EquipmentNotFound)
_CHANGE = (OtherFarm, FarmNotFound, EquipmentNotFound, EquipmentRetired)


@router.post("", status_code=201, responses=problems(OtherFarm, FarmNotFound, EquipmentExists))
async def add_equipment(farm_id: UUID, body: EquipmentIn, me: FarmWorker, db: Session) -> EquipmentOut:
    """Registers a refrigerator or the like on a farm."""
    return await service.add(db, me, farm_id, body)


@router.get("", responses=problems(OtherFarm, FarmNotFound))
async def list_equipment(
    farm_id: UUID,
    me: FarmWorker,
    db: Reader,
    page: PageRequest,
    kind: Annotated[Kind | None, Query()] = None,
    status: Annotated[Status | None, Query()] = None,
    retired: Annotated[bool, Query(description="What is retired, in place of what is not")] = False,
) -> Page[EquipmentOut]:
    """Lists the equipment of a farm, newest first."""
    return await queries.of_farm(db, me, farm_id, page, kind=kind, status=status, retired=retired)


@router.get("/{equipment_id}", responses=problems(*_ONE))
async def read_equipment(farm_id: UUID, equipment_id: UUID, me: FarmWorker, db: Reader) -> EquipmentOut:
    """Returns equipment of a farm, also if it is retired."""
    return await queries.shown(db, me, farm_id, equipment_id)


@router.put("/{equipment_id}", responses=problems(*_CHANGE, VersionConflict, EquipmentExists))
async def change_equipment(
    farm_id: UUID, equipment_id: UUID, body: EquipmentChange, me: FarmWorker, db: Session
) -> EquipmentOut:
    """Replaces what is known of equipment. A new range counts from now on."""
    return await service.change(db, me, farm_id, equipment_id, body)


@router.delete("/{equipment_id}", status_code=204, responses=problems(*_CHANGE))
async def retire_equipment(farm_id: UUID, equipment_id: UUID, me: FarmWorker, db: Session) -> None:
    """Retires equipment. What was recorded of it stays."""
    await service.retire(db, me, farm_id, equipment_id)


@router.put("/{equipment_id}/status", responses=problems(*_CHANGE, VersionConflict))
async def switch_equipment(
    farm_id: UUID, equipment_id: UUID, body: StatusIn, me: FarmWorker, db: Session
) -> EquipmentOut:
    """Says that equipment is on, off or in maintenance. It is judged while it is on."""
    return await service.switch(db, me, farm_id, equipment_id, body)


@router.get("/{equipment_id}/history", responses=problems(*_ONE))
async def list_equipment_history(
    farm_id: UUID, equipment_id: UUID, me: FarmWorker, db: Reader, page: PageRequest
) -> Page[StatusChangeOut]:
    """Lists how equipment was switched, latest first."""
    return await queries.history(db, me, farm_id, equipment_id, page)


@router.post(
    "/{equipment_id}/sensors",
    status_code=201,
    responses=problems(*_CHANGE, UnknownSensor, OtherSensorType, SensorAttached),
)
async def attach_sensor(
    farm_id: UUID, equipment_id: UUID, body: AttachmentIn, me: FarmWorker, db: Session
) -> AttachmentOut:
    """Says that a sensor of the farm measures this equipment from now on."""
    return await service.attach(db, me, farm_id, equipment_id, body)


@router.get("/{equipment_id}/sensors", responses=problems(*_ONE))
async def list_equipment_sensors(
    farm_id: UUID, equipment_id: UUID, me: FarmWorker, db: Reader, page: PageRequest
) -> Page[AttachmentOut]:
    """Lists the sensors of equipment with those that it had, latest first."""
    return await queries.attachments(db, me, farm_id, equipment_id, page)


@router.delete("/{equipment_id}/sensors/{sensor_id}", status_code=204, responses=problems(*_CHANGE, SensorNotAttached))
async def detach_sensor(farm_id: UUID, equipment_id: UUID, sensor_id: UUID, me: FarmWorker, db: Session) -> None:
    """Says that a sensor does not measure this equipment any more."""
    await service.detach(db, me, farm_id, equipment_id, sensor_id)
