"""Reads of cameras."""

from collections.abc import Sequence
from datetime import timedelta
from typing import TypeVar
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.dialects.postgresql import distinct_on

from amigok_chassis import clock
from amigok_chassis.auth import Principal
from amigok_chassis.pagination import Page, Paging, paginate
from amigok_chassis.unit_of_work import UnitOfWork
from stream.animals.models import Animal
from stream.cameras import conditions
from stream.cameras.errors import CameraNotFound
from stream.cameras.models import Assignment, Camera, CameraReport
from stream.cameras.schemas import CameraAnimalOut, CameraDetails, CameraOut
from stream.devices.models import Device
from stream.farms.guards import require_staff
from stream.settings import Settings

Form = TypeVar("Form", bound=CameraOut)


async def show(db: UnitOfWork, camera_id: UUID) -> CameraDetails:
    """Returns a camera. Raises CameraNotFound."""
    camera = await db.get(Camera, camera_id)
    if camera is None:
        raise CameraNotFound
    return await shown(db, camera)


async def shown(db: UnitOfWork, camera: Camera) -> CameraDetails:
    """Returns a camera as administrators see it."""
    (out,) = await _shown(db, [camera], CameraDetails)
    return out


async def cameras(
    db: UnitOfWork, paging: Paging, *, farm_id: UUID | None, device_id: UUID | None, is_active: bool | None
) -> Page[CameraDetails]:
    """Returns cameras, newest first."""
    query = select(Camera)
    for column, wanted in ((Camera.farm_id, farm_id), (Camera.device_id, device_id), (Camera.is_active, is_active)):
        if wanted is not None:
            query = query.where(column == wanted)
    rows, cursor = await paginate(db, query, paging, key=[Camera.id])
    return Page(items=await _shown(db, rows, CameraDetails), next_cursor=cursor)


async def cameras_at(db: UnitOfWork, paging: Paging, farm_id: UUID, *, by: Principal) -> Page[CameraOut]:
    """Returns the active cameras of a farm, newest first. Raises OtherFarm."""
    await require_staff(db, by, farm_id)
    query = select(Camera).where(Camera.farm_id == farm_id, Camera.is_active)
    rows, cursor = await paginate(db, query, paging, key=[Camera.id])
    return Page(items=await _shown(db, rows, CameraOut), next_cursor=cursor)


async def assignments(db: UnitOfWork, paging: Paging, camera_id: UUID) -> Page[CameraAnimalOut]:
    """Returns the animals that a camera was assigned to by hand, by id. Raises CameraNotFound."""
    camera = await db.get(Camera, camera_id)
    if camera is None:
        raise CameraNotFound
    query = select(Assignment).where(Assignment.camera_id == camera_id)
    rows, cursor = await paginate(db, query, paging, key=[Assignment.livestock_id], descending=False)
    found = await db.scalars(select(Animal).where(Animal.id.in_([row.livestock_id for row in rows])))
    animals = {animal.id: animal for animal in found}
    return Page(items=[_assignment(row, animals[row.livestock_id], camera) for row in rows], next_cursor=cursor)


def _assignment(row: Assignment, animal: Animal, camera: Camera) -> CameraAnimalOut:
    here = animal.farm_id == camera.farm_id and animal.gone is None
    return CameraAnimalOut(livestock_id=animal.id, tag_number=animal.tag_number, here=here, assigned_at=row.assigned_at)


async def _shown(db: UnitOfWork, rows: Sequence[Camera], form: type[Form]) -> list[Form]:
    ids = [camera.id for camera in rows]
    about = (
        select(Camera.id, Device, CameraReport)
        .join(Device, Device.id == Camera.device_id)
        .outerjoin(CameraReport, CameraReport.camera_id == Camera.id)
        .where(Camera.id.in_(ids))
    )
    known = {id: (device, report) for id, device, report in await db.execute(about)}
    areas = await _area_names(db, rows)
    silence = db.settings(Settings).silence
    return [_out(camera, *known[camera.id], areas, form, silence=silence) for camera in rows]


def _out(
    camera: Camera,
    device: Device,
    report: CameraReport | None,
    areas: dict[UUID, str | None],
    form: type[Form],
    *,
    silence: timedelta,
) -> Form:
    now = clock.now()
    derived = {
        "state": conditions.of(camera, device, report, now=now, silence=silence),
        "state_detail": report.detail if report else None,
        "in_maintenance": device.is_in_maintenance(now),
        "area_name": areas.get(camera.area_id) if camera.area_id else None,
    }
    own = {name: getattr(camera, name) for name in form.model_fields if name not in derived}
    return form(**own, **derived)


async def _area_names(db: UnitOfWork, rows: Sequence[Camera]) -> dict[UUID, str | None]:
    """What the areas of these cameras are called, as far as animals stand in them."""
    wanted = {camera.area_id for camera in rows if camera.area_id is not None}
    farms = {camera.farm_id for camera in rows}
    named = select(Animal.area_id, Animal.area_name).where(Animal.farm_id.in_(farms), Animal.area_id.in_(wanted))
    newest = named.ext(distinct_on(Animal.area_id)).order_by(Animal.area_id, Animal.place_version.desc())
    return {id: name for id, name in await db.execute(newest) if id is not None} if wanted else {}
