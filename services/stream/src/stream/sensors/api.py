"""Sensors over HTTP."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Query

from amigok_chassis.auth import Administrator, CurrentUser
from amigok_chassis.db import Reader, Session
from amigok_chassis.errors import Forbidden
from amigok_chassis.pagination import Page, PageRequest
from amigok_chassis.problems import problems
from amigok_herd import LivestockNotFound, OtherFarm
from stream.sensor_types.errors import UnknownSensorType
from stream.sensor_types.schemas import TypeName
from stream.sensors import service
from stream.sensors.errors import SensorExists, SensorNotFound, UnknownDevice
from stream.sensors.schemas import SensorChange, SensorIn, SensorOut

router = APIRouter(prefix="/api/v1")


@router.get("/farms/{farm_id}/sensors", responses=problems(Forbidden, OtherFarm))
async def list_sensors_of_farm(
    farm_id: UUID,
    me: CurrentUser,
    db: Reader,
    page: PageRequest,
    area_id: Annotated[UUID | None, Query()] = None,
    type: Annotated[TypeName | None, Query(description="Those that measure this", examples=["temperature"])] = None,
) -> Page[SensorOut]:
    """Lists the sensors of a farm with their newest values, for its staff."""
    return await service.list_of_farm(db, me, farm_id, page, area_id=area_id, type=type)


@router.get("/livestock/{livestock_id}/sensors", responses=problems(LivestockNotFound))
async def list_sensors_of_animal(livestock_id: UUID, me: CurrentUser, db: Reader, page: PageRequest) -> Page[SensorOut]:
    """Lists what is measured in the area of an animal, such as temperature: for its owner while it is theirs."""
    return await service.list_of_animal(db, me, livestock_id, page)


@router.post("/admin/sensors", status_code=201, responses=problems(UnknownDevice, UnknownSensorType, SensorExists))
async def add_sensor(body: SensorIn, admin: Administrator, db: Session) -> SensorOut:
    """Adds a sensor before its first reading."""
    return await service.add(db, body)


@router.put("/admin/sensors/{sensor_id}", responses=problems(SensorNotFound))
async def change_sensor(sensor_id: UUID, body: SensorChange, admin: Administrator, db: Session) -> SensorOut:
    """Says in which area a sensor is."""
    return await service.change(db, sensor_id, body)
