"""Cameras over HTTP."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Depends, Query

from amigok_chassis.auth import Administrator, CurrentUser, requires
from amigok_chassis.db import Reader, Session
from amigok_chassis.pagination import Page, PageRequest
from amigok_chassis.problems import problems
from amigok_chassis.rows import VersionConflict
from amigok_herd import OtherFarm
from stream.cameras import assigning, queries, service
from stream.cameras.errors import (
    AnimalsElsewhere,
    AssignmentNotFound,
    CameraNotFound,
    TooManyAnimals,
    UnknownDevice,
)
from stream.cameras.schemas import CameraAnimalOut, CameraAnimalsIn, CameraChange, CameraDetails, CameraIn, CameraOut
from stream.devices.errors import DeviceRevoked

admin = APIRouter(prefix="/api/v1/admin/cameras", dependencies=[Depends(requires("admin"))])
staff = APIRouter(prefix="/api/v1/staff", dependencies=[Depends(requires("admin", "farm_staff"))])


@admin.post("", status_code=201, responses=problems(UnknownDevice))
async def add_camera(body: CameraIn, me: Administrator, db: Session) -> CameraDetails:
    """Adds a camera to a device."""
    return await queries.shown(db, await service.add(db, body, by=me.id))


@admin.get("")
async def list_cameras(
    db: Reader,
    page: PageRequest,
    farm_id: Annotated[UUID | None, Query()] = None,
    device_id: Annotated[UUID | None, Query()] = None,
    is_active: Annotated[bool | None, Query()] = None,
) -> Page[CameraDetails]:
    """Lists cameras, newest first."""
    return await queries.cameras(db, page, farm_id=farm_id, device_id=device_id, is_active=is_active)


@admin.get("/{camera_id}", responses=problems(CameraNotFound))
async def read_camera(camera_id: UUID, db: Reader) -> CameraDetails:
    """Returns one camera."""
    return await queries.show(db, camera_id)


@admin.put("/{camera_id}", responses=problems(CameraNotFound, VersionConflict, DeviceRevoked))
async def change_camera(camera_id: UUID, body: CameraChange, db: Session) -> CameraDetails:
    """Replaces what a camera is. Whoever watches an area that it no longer shows is out."""
    return await queries.shown(db, await service.change(db, camera_id, body))


@admin.delete("/{camera_id}", status_code=204, responses=problems(CameraNotFound))
async def drop_camera(camera_id: UUID, db: Session) -> None:
    """Removes a camera of which there is nothing yet; one with recordings or detections becomes inactive."""
    await service.drop(db, camera_id)


@admin.post(
    "/{camera_id}/assign-livestock",
    status_code=204,
    responses=problems(CameraNotFound, AnimalsElsewhere, TooManyAnimals),
)
async def assign_livestock(camera_id: UUID, body: CameraAnimalsIn, me: CurrentUser, db: Session) -> None:
    """Has a camera show these animals on its farm, too. Those that it was assigned to before stay."""
    await assigning.assign(db, camera_id, body.livestock_ids, by=me.id)


@admin.get("/{camera_id}/livestock", responses=problems(CameraNotFound))
async def list_assigned_livestock(camera_id: UUID, db: Reader, page: PageRequest) -> Page[CameraAnimalOut]:
    """Lists the animals that a camera was assigned to by hand."""
    return await queries.assignments(db, page, camera_id)


@admin.delete(
    "/{camera_id}/livestock/{livestock_id}",
    status_code=204,
    responses=problems(CameraNotFound, AssignmentNotFound),
)
async def unassign_livestock(camera_id: UUID, livestock_id: UUID, db: Session) -> None:
    """Takes an animal off a camera. If it stands in the camera's area, it is shown all the same."""
    await assigning.unassign(db, camera_id, livestock_id)


@staff.get("/farms/{farm_id}/cameras", responses=problems(OtherFarm))
async def list_farm_cameras(farm_id: UUID, me: CurrentUser, db: Reader, page: PageRequest) -> Page[CameraOut]:
    """Lists the active cameras of a farm, newest first."""
    return await queries.cameras_at(db, page, farm_id, by=me)
