"""Devices over HTTP, for people."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Depends, Query

from amigok_chassis.auth import Administrator, CurrentUser, requires
from amigok_chassis.db import Reader, Session
from amigok_chassis.pagination import Page, PageRequest
from amigok_chassis.problems import problems
from amigok_chassis.rows import VersionConflict
from amigok_herd import OtherFarm
from stream.devices.errors import DeviceExists, DeviceNotFound, DeviceRevoked, UnknownFarm
from stream.enrolment import queries, revoking, service
from stream.enrolment.schemas import DeviceChange, DeviceClaimOut, DeviceDetails, DeviceIn, FarmDeviceOut, MaintenanceIn

admin = APIRouter(prefix="/api/v1/admin/jetson/devices", dependencies=[Depends(requires("admin"))])
staff = APIRouter(prefix="/api/v1/staff", dependencies=[Depends(requires("admin", "farm_staff"))])


@admin.post("", status_code=201, responses=problems(UnknownFarm, DeviceExists))
async def enrol_device(body: DeviceIn, me: Administrator, db: Session) -> DeviceClaimOut:
    """Enrols a device. The answer has the claim secret with which it registers, told this once."""
    return await service.enrol(db, body, by=me.id)


@admin.get("")
async def list_devices(
    db: Reader,
    page: PageRequest,
    farm_id: Annotated[UUID | None, Query()] = None,
    online: Annotated[bool | None, Query()] = None,
    revoked: Annotated[bool | None, Query()] = None,
) -> Page[DeviceDetails]:
    """Lists devices, newest first."""
    return await queries.devices(db, page, farm_id=farm_id, online=online, revoked=revoked)


@admin.get("/{device_id}", responses=problems(DeviceNotFound))
async def read_device(device_id: UUID, db: Reader) -> DeviceDetails:
    """Returns one device."""
    return await queries.show(db, device_id)


@admin.put("/{device_id}", responses=problems(DeviceNotFound, DeviceRevoked, VersionConflict, UnknownFarm))
async def change_device(device_id: UUID, body: DeviceChange, db: Session) -> DeviceDetails:
    """Replaces what a device is. If it moves to another farm, its cameras go with it."""
    return queries.shown(db, await service.change(db, device_id, body))


@admin.delete("/{device_id}", status_code=204, responses=problems(DeviceNotFound))
async def revoke_device(device_id: UUID, db: Session) -> None:
    """Revokes a device for good; one that has never registered is removed. The serial can be enrolled anew."""
    await revoking.remove(db, device_id)


@admin.post("/{device_id}/claim", status_code=201, responses=problems(DeviceNotFound, DeviceRevoked))
async def give_claim(device_id: UUID, db: Session) -> DeviceClaimOut:
    """Gives a device a new claim secret, told this once. What it signs in with now is no good any more."""
    return await service.claim_again(db, device_id)


@admin.put("/{device_id}/maintenance", responses=problems(DeviceNotFound, DeviceRevoked))
async def set_maintenance(device_id: UUID, body: MaintenanceIn, db: Session) -> DeviceDetails:
    """Sets from when until when nothing is said of a device's silence."""
    return queries.shown(db, await service.maintain(db, device_id, body))


@admin.delete("/{device_id}/maintenance", status_code=204, responses=problems(DeviceNotFound, DeviceRevoked))
async def end_maintenance(device_id: UUID, db: Session) -> None:
    """Ends a device's maintenance. If it is offline, that is told now."""
    await service.maintain(db, device_id, None)


@staff.get("/farms/{farm_id}/devices", responses=problems(OtherFarm))
async def list_farm_devices(farm_id: UUID, me: CurrentUser, db: Reader, page: PageRequest) -> Page[FarmDeviceOut]:
    """Lists the devices of a farm, newest first."""
    return await queries.devices_at(db, page, farm_id, by=me)
