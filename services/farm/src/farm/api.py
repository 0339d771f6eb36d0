"""The farm over HTTP. Problems have the codes of `farm.errors`."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Depends, Query

from amigok_chassis.auth import CurrentUser, MaybeUser, requires
from amigok_chassis.db import Reader, Session
from amigok_chassis.pagination import Page, PageRequest
from farm import catalog, livestock
from farm.schemas import (
    BreedIn,
    BreedOut,
    FarmIn,
    FarmOut,
    LivestockDetails,
    LivestockIn,
    LivestockOut,
    LivestockTypeIn,
    LivestockTypeOut,
    OwnershipOut,
)

router = APIRouter(prefix="/api/v1", tags=["farm"])
admin = APIRouter(prefix="/api/v1/admin", tags=["farm"], dependencies=[Depends(requires("admin"))])


@admin.post("/livestock-types", status_code=201)
async def add_livestock_type(body: LivestockTypeIn, db: Session) -> LivestockTypeOut:
    """Adds a livestock type. 409 `livestock_type_exists`."""
    return await catalog.add_type(db, **dict(body))


@admin.post("/livestock-breeds", status_code=201)
async def add_livestock_breed(body: BreedIn, db: Session) -> BreedOut:
    """Adds a breed to a type. 409 `livestock_breed_exists`, 422 `unknown_livestock_type`."""
    return await catalog.add_breed(db, **dict(body))


@admin.post("/farms", status_code=201)
async def add_farm(body: FarmIn, db: Session) -> FarmOut:
    """Adds a farm. 409 `farm_exists`."""
    return await catalog.add_farm(db, **dict(body))


@admin.post("/livestock", status_code=201)
async def register_livestock(body: LivestockIn, me: CurrentUser, db: Session) -> LivestockDetails:
    """Takes an animal from outside into a farm; the platform owns it.

    409 `farm_full`, `tag_number_taken`, `unique_id_card_taken`; 422 `unknown_farm`, `unknown_breed`,
    `born_in_future`.
    """
    return await livestock.register(db, by=me.id, **dict(body))


@router.get("/livestock-types")
async def list_livestock_types(page: PageRequest, db: Reader) -> Page[LivestockTypeOut]:
    """All livestock types."""
    return await catalog.types(db, page)


@router.get("/livestock-breeds")
async def list_livestock_breeds(
    page: PageRequest, db: Reader, livestock_type_id: Annotated[UUID | None, Query()] = None
) -> Page[BreedOut]:
    """All breeds, or those of one type."""
    return await catalog.breeds(db, page, livestock_type_id=livestock_type_id)


@router.get("/farms")
async def list_farms(page: PageRequest, db: Reader) -> Page[FarmOut]:
    """All farms."""
    return await catalog.farms(db, page)


@router.get("/farms/{farm_id}")
async def get_farm(farm_id: UUID, db: Reader) -> FarmOut:
    """One farm. 404 `farm_not_found`."""
    return await catalog.farm(db, farm_id)


@router.get("/farms/{farm_id}/livestock")
async def list_available_livestock(farm_id: UUID, page: PageRequest, db: Reader) -> Page[LivestockOut]:
    """The animals of a farm that the platform owns and can sell. 404 `farm_not_found`."""
    return await livestock.available(db, page, farm_id=farm_id)


@router.get("/livestock/{livestock_id}")
async def get_livestock(livestock_id: UUID, viewer: MaybeUser, db: Reader) -> LivestockDetails | LivestockOut:
    """One animal; its owner and the farm's people see all of it. 404 `livestock_not_found`."""
    return await livestock.show(db, livestock_id, viewer=viewer)


@router.get("/my-livestock")
async def list_my_livestock(me: CurrentUser, page: PageRequest, db: Reader) -> Page[LivestockDetails]:
    """The signed-in user's animals."""
    return await livestock.owned(db, page, owner_id=me.id)


@router.get("/livestock/{livestock_id}/owner-history")
async def list_owners(livestock_id: UUID, me: CurrentUser, page: PageRequest, db: Reader) -> Page[OwnershipOut]:
    """Whose the animal was, for its owner and the farm's people. 403 `forbidden`, 404 `livestock_not_found`."""
    return await livestock.owners(db, page, livestock_id, viewer=me)
