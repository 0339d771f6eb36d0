"""The areas of farms over HTTP."""

from uuid import UUID

from fastapi import APIRouter, Depends

from amigok_chassis.auth import requires
from amigok_chassis.db import Reader, Session
from amigok_chassis.pagination import InvalidCursor, Page, PageRequest
from amigok_chassis.problems import problems
from amigok_chassis.rows import VersionConflict
from farm.areas import placing, service
from farm.areas.errors import AreaExists, AreaNotFound, PlacedInFuture, UnknownArea
from farm.areas.schemas import AreaChange, AreaIn, AreaOut, PlacementIn, PlacementOut
from farm.entries.errors import ClientIdReused
from farm.entries.service import once
from farm.farms.errors import FarmNotFound
from farm.staff.errors import OtherFarm
from farm.staff.guards import FarmPeople, by_farm_people
from farm.types.errors import Retired
from farm.types.schemas import IncludeRetired

router = APIRouter(prefix="/api/v1/staff/farms/{farm_id}")
admin = APIRouter(prefix="/api/v1/admin/farms/{farm_id}/areas", dependencies=[Depends(requires("admin"))])


@admin.post("", status_code=201, responses=problems(FarmNotFound, AreaExists))
async def add_area(farm_id: UUID, body: AreaIn, db: Session) -> AreaOut:
    """Adds an area to a farm, such as a pen, a barn or a pasture."""
    return await service.add(db, farm_id, body)


@admin.put("/{area_id}", responses=problems(AreaNotFound, AreaExists, VersionConflict))
async def change_area(farm_id: UUID, area_id: UUID, body: AreaChange, db: Session) -> AreaOut:
    """Renames an area, retires it, or takes it into use again."""
    return await service.change(db, farm_id, area_id, body)


@admin.delete("/{area_id}", status_code=204, responses=problems(AreaNotFound))
async def drop_area(farm_id: UUID, area_id: UUID, db: Session) -> None:
    """Removes an area, or retires it if animals were ever placed there."""
    await service.drop(db, farm_id, area_id)


@router.get("/areas", dependencies=[by_farm_people], responses=problems(FarmNotFound, InvalidCursor))
async def list_areas(
    farm_id: UUID, page: PageRequest, db: Reader, include_retired: IncludeRetired = False
) -> Page[AreaOut]:
    """Lists the areas of a farm, newest first."""
    return await service.list_areas(db, page, farm_id, include_retired=include_retired)


@router.post(
    "/placements",
    status_code=201,
    responses=problems(OtherFarm, FarmNotFound, ClientIdReused, PlacedInFuture, Retired, UnknownArea),
)
async def place_livestock(farm_id: UUID, body: PlacementIn, me: FarmPeople, db: Session) -> PlacementOut:
    """Puts animals into an area of their farm, or out of any. Its staff, veterinarians and administrators may."""
    return await once(
        db,
        "placement",
        farm_id,
        body,
        by=me,
        show=placing.show,
        record=lambda: placing.place(db, farm_id, body, by=me),
    )
