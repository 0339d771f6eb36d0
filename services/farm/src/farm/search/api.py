"""Lists of animals over HTTP. 422 `invalid_cursor` wherever there is a cursor."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Query

from amigok_chassis.auth import CurrentUser
from amigok_chassis.db import Reader
from farm.schemas import LivestockDetails, LivestockOut
from farm.search import indexes, service  # noqa: F401  the indexes belong to the tables
from farm.search.schemas import Filters, FiltersAnywhere, Found

router = APIRouter(prefix="/api/v1", tags=["farm"])


@router.get("/livestock")
async def search_livestock(filters: Annotated[FiltersAnywhere, Query()], db: Reader) -> Found[LivestockOut]:
    """Animals of all farms, `available` ones unless another status is asked for."""
    return await service.everywhere(db, filters)


@router.get("/farms/{farm_id}/livestock")
async def list_farm_livestock(farm_id: UUID, filters: Annotated[Filters, Query()], db: Reader) -> Found[LivestockOut]:
    """The animals of a farm, `available` ones unless another status is asked for. 404 `farm_not_found`."""
    return await service.of_farm(db, filters, farm_id=farm_id)


@router.get("/my-livestock")
async def list_my_livestock(
    me: CurrentUser, filters: Annotated[FiltersAnywhere, Query()], db: Reader
) -> Found[LivestockDetails]:
    """The signed-in user's animals, of any status unless one is asked for."""
    return await service.owned(db, filters, owner_id=me.id)
