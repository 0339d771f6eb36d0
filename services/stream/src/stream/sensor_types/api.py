"""Types of sensors over HTTP."""

from uuid import UUID

from fastapi import APIRouter

from amigok_chassis.auth import Administrator, CurrentUser
from amigok_chassis.db import Reader, Session
from amigok_chassis.pagination import Page, PageRequest
from amigok_chassis.problems import problems
from amigok_chassis.rows import VersionConflict
from stream.sensor_types import service
from stream.sensor_types.errors import SensorTypeExists, SensorTypeInUse, SensorTypeNotFound, TooManySensorTypes
from stream.sensor_types.schemas import SensorTypeChange, SensorTypeIn, SensorTypeOut

router = APIRouter(prefix="/api/v1")


@router.get("/sensor-types")
async def list_sensor_types(me: CurrentUser, db: Reader, page: PageRequest) -> Page[SensorTypeOut]:
    """Lists what sensors measure, by name."""
    return await service.list_all(db, page)


@router.post("/admin/sensor-types", status_code=201, responses=problems(SensorTypeExists, TooManySensorTypes))
async def add_sensor_type(body: SensorTypeIn, admin: Administrator, db: Session) -> SensorTypeOut:
    """Declares a further type of sensor."""
    return await service.add(db, body, by=admin.id)


@router.put("/admin/sensor-types/{type_id}", responses=problems(SensorTypeNotFound, VersionConflict))
async def change_sensor_type(type_id: UUID, body: SensorTypeChange, admin: Administrator, db: Session) -> SensorTypeOut:
    """Changes the plausible range of a type, for readings that arrive from now on."""
    return await service.change(db, type_id, body)


@router.delete(
    "/admin/sensor-types/{type_id}", status_code=204, responses=problems(SensorTypeNotFound, SensorTypeInUse)
)
async def remove_sensor_type(type_id: UUID, admin: Administrator, db: Session) -> None:
    """Removes a type that no sensor has."""
    await service.drop(db, type_id)
