"""The areas of farms. Administrators name them."""

from uuid import UUID

from sqlalchemy import select

from amigok_chassis import audit, clock
from amigok_chassis.pagination import Page, Paging, paginate
from amigok_chassis.rows import named_violations, refuse_other_version
from amigok_chassis.unit_of_work import UnitOfWork
from farm.announcements.service import begin
from farm.areas.errors import AreaExists, AreaNotFound
from farm.areas.models import Area
from farm.areas.placing import RENAMED
from farm.areas.schemas import AreaChange, AreaIn, AreaOut
from farm.farms.locks import get_farm
from farm.tables import remove_or_retire

_AUDITED = ("name", "is_active")
_VIOLATIONS = {"areas_name_key": AreaExists}


async def add(db: UnitOfWork, farm_id: UUID, wanted: AreaIn) -> AreaOut:
    """Adds an area to a farm. Raises FarmNotFound, AreaExists."""
    await get_farm(db, farm_id)
    area = Area(farm_id=farm_id, name=wanted.name, created_at=clock.now())
    db.add(area)
    with named_violations(_VIOLATIONS):
        await db.flush()
    audit.record(db, "area.added", subject_id=area.id, after=audit.picture(area, "farm_id", "name"))
    return AreaOut.model_validate(area)


async def change(db: UnitOfWork, farm_id: UUID, area_id: UUID, wanted: AreaChange) -> AreaOut:
    """Replaces an area; a new name is published for its animals. Raises AreaNotFound, VersionConflict, AreaExists."""
    area = await _lock(db, farm_id, area_id)
    refuse_other_version(wanted.version, area.version)
    before = audit.picture(area, *_AUDITED)
    area.name, area.is_active = wanted.name, wanted.is_active
    area.version += 1
    with named_violations(_VIOLATIONS):
        await db.flush()
    if area.name != before["name"]:
        await begin(db, RENAMED, area_id)
    audit.record(db, "area.changed", subject_id=area_id, before=before, after=audit.picture(area, *_AUDITED))
    return AreaOut.model_validate(area)


async def drop(db: UnitOfWork, farm_id: UUID, area_id: UUID) -> None:
    """Removes an area where no animal was ever placed, and retires every other. Raises AreaNotFound."""
    await remove_or_retire(db, await _lock(db, farm_id, area_id), noun="area")


async def list_areas(db: UnitOfWork, paging: Paging, farm_id: UUID, *, include_retired: bool) -> Page[AreaOut]:
    """Returns the areas of a farm, newest first. Raises FarmNotFound, InvalidCursor."""
    await get_farm(db, farm_id)
    query = select(Area).where(Area.farm_id == farm_id)
    if not include_retired:
        query = query.where(Area.is_active)
    rows, cursor = await paginate(db, query, paging, key=[Area.id])
    return Page(items=[AreaOut.model_validate(row) for row in rows], next_cursor=cursor)


async def _lock(db: UnitOfWork, farm_id: UUID, area_id: UUID) -> Area:
    """Returns the area, locked against whoever places an animal there. Raises AreaNotFound."""
    area = await db.get(Area, area_id, with_for_update=True, populate_existing=True)
    if area is None or area.farm_id != farm_id:
        raise AreaNotFound
    return area
