"""Lists of animals over HTTP."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Query

from amigok_chassis.auth import CurrentUser
from amigok_chassis.db import Reader
from amigok_chassis.pagination import InvalidCursor
from amigok_chassis.problems import problems
from farm.farms.errors import FarmNotFound
from farm.livestock.schemas import LivestockDetails, LivestockOut
from farm.search import service
from farm.search.schemas import Filters, FiltersAnywhere, FiltersOfStaff, Found
from farm.staff.guards import by_farm_people

router = APIRouter(prefix="/api/v1")


@router.get("/livestock", responses=problems(InvalidCursor))
async def search_livestock(filters: Annotated[FiltersAnywhere, Query()], db: Reader) -> Found[LivestockOut]:
    """Lists animals of all farms, `available` ones unless another status is given."""
    return await service.everywhere(db, filters)


@router.get("/farms/{farm_id}/livestock", responses=problems(FarmNotFound, InvalidCursor))
async def list_farm_livestock(farm_id: UUID, filters: Annotated[Filters, Query()], db: Reader) -> Found[LivestockOut]:
    """Lists the animals of a farm, `available` ones unless another status is given."""
    return await service.of_farm(db, filters, farm_id=farm_id)


@router.get(
    "/staff/farms/{farm_id}/livestock",
    dependencies=[by_farm_people],
    responses=problems(FarmNotFound, InvalidCursor),
)
async def list_kept_livestock(
    farm_id: UUID, filters: Annotated[FiltersOfStaff, Query()], db: Reader
) -> Found[LivestockDetails]:
    """Lists the animals of a farm as its people see them, of one area if it is given, of any status unless one is."""
    return await service.kept(db, filters, farm_id=farm_id)


@router.get("/my-livestock", responses=problems(InvalidCursor))
async def list_my_livestock(
    me: CurrentUser, filters: Annotated[FiltersAnywhere, Query()], db: Reader
) -> Found[LivestockDetails]:
    """Lists your animals, of any status unless one is given."""
    return await service.owned(db, filters, owner_id=me.id)
