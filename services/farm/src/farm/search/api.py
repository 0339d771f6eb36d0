"""Lists of animals over HTTP."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Query

from amigok_chassis.auth import CurrentUser, MaybeUser
from amigok_chassis.db import Reader
from amigok_chassis.errors import Forbidden
from amigok_chassis.pagination import InvalidCursor
from amigok_chassis.problems import problems
from farm.farms.errors import FarmNotFound
from farm.livestock.schemas import LivestockDetails, LivestockOut
from farm.search import service
from farm.search.schemas import FiltersAnywhere, FiltersOfFarm, Found

router = APIRouter(prefix="/api/v1")


@router.get("/livestock", responses=problems(InvalidCursor))
async def search_livestock(filters: Annotated[FiltersAnywhere, Query()], db: Reader) -> Found[LivestockOut]:
    """Lists animals of all farms, `available` ones unless another status is given."""
    return await service.everywhere(db, filters)


@router.get("/farms/{farm_id}/livestock", responses=problems(Forbidden, FarmNotFound, InvalidCursor))
async def list_farm_livestock(
    farm_id: UUID, viewer: MaybeUser, filters: Annotated[FiltersOfFarm, Query()], db: Reader
) -> Found[LivestockOut]:
    """Lists the animals of a farm, `available` ones unless another status is given."""
    return await service.of_farm(db, filters, farm_id=farm_id, viewer=viewer)


@router.get("/my-livestock", responses=problems(InvalidCursor))
async def list_my_livestock(
    me: CurrentUser, filters: Annotated[FiltersAnywhere, Query()], db: Reader
) -> Found[LivestockDetails]:
    """Lists your animals, of any status unless one is given."""
    return await service.owned(db, filters, owner_id=me.id)
