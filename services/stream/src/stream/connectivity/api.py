"""Signs of life over HTTP."""

from uuid import UUID

from fastapi import APIRouter, Depends

from amigok_chassis.auth import requires
from amigok_chassis.db import Reader, Session, Statements
from amigok_chassis.pagination import Page, PageRequest
from amigok_chassis.problems import problems
from stream.connectivity import queries, service
from stream.connectivity.schemas import (
    DeviceAbsenceOut,
    DeviceHealthIn,
    DeviceHealthOut,
    DeviceHealthTaken,
    HeartbeatOut,
)
from stream.devices.errors import DeviceNotFound
from stream.devices.login import CurrentDevice, OwnDevice

device = APIRouter(prefix="/api/v1/jetson")
admin = APIRouter(prefix="/api/v1/admin/jetson/devices", dependencies=[Depends(requires("admin"))])


@device.post("/devices/{device_id}/heartbeat", responses=problems(DeviceNotFound))
async def send_heartbeat(device: OwnDevice, db: Statements) -> HeartbeatOut:
    """Says that the device is there. The answer has what it needs to know."""
    return await service.heartbeat(db, device.id)


@device.post("/health-status")
async def report_health(body: DeviceHealthIn, device: CurrentDevice, db: Session) -> DeviceHealthTaken:
    """Says how the device and its cameras are. It counts as a heartbeat."""
    return await service.report(db, device.id, body)


@admin.get("/{device_id}/health", responses=problems(DeviceNotFound))
async def list_health(device_id: UUID, db: Reader, page: PageRequest) -> Page[DeviceHealthOut]:
    """Lists how a device was in the last week, newest first: the last report of each five minutes."""
    return await queries.health(db, page, device_id)


@admin.get("/{device_id}/absences", responses=problems(DeviceNotFound))
async def list_absences(device_id: UUID, db: Reader, page: PageRequest) -> Page[DeviceAbsenceOut]:
    """Lists when nothing was heard of a device for too long, newest first."""
    return await queries.absences(db, page, device_id)
