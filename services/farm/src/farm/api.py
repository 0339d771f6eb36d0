"""The farm over HTTP. Problems have the codes of `farm.errors`."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Depends, Query

from amigok_chassis.auth import CurrentUser, MaybeUser, requires
from amigok_chassis.db import Reader, Session
from amigok_chassis.pagination import Page, PageRequest
from farm import catalog, livestock
from farm.entries.service import once
from farm.schemas import (
    BreedChange,
    BreedDetails,
    BreedIn,
    BreedOut,
    LivestockDetails,
    LivestockOut,
    LivestockTypeChange,
    LivestockTypeDetails,
    LivestockTypeIn,
    LivestockTypeOut,
    OwnershipOut,
    RegistrationIn,
)

Retired = Annotated[bool, Query(description="Those, too, that take no new animals")]

router = APIRouter(prefix="/api/v1", tags=["farm"])
admin = APIRouter(prefix="/api/v1/admin", tags=["farm"], dependencies=[Depends(requires("admin"))])


@admin.post("/livestock-types", status_code=201)
async def add_livestock_type(body: LivestockTypeIn, me: CurrentUser, db: Session) -> LivestockTypeDetails:
    """Adds a livestock type. 409 `livestock_type_exists`."""
    return await catalog.add_type(db, by=me.id, **dict(body))


@admin.post("/livestock-breeds", status_code=201)
async def add_livestock_breed(body: BreedIn, me: CurrentUser, db: Session) -> BreedDetails:
    """Adds a breed to a type. 409 `livestock_breed_exists`, `retired`; 422 `unknown_livestock_type`."""
    return await catalog.add_breed(db, by=me.id, **dict(body))


@admin.put("/livestock-types/{type_id}")
async def change_livestock_type(type_id: UUID, body: LivestockTypeChange, db: Session) -> LivestockTypeDetails:
    """Makes a livestock type what the body says.

    404 `livestock_type_not_found`; 409 `livestock_type_exists`, `version_conflict`.
    """
    return await catalog.change_type(db, type_id, **dict(body))


@admin.put("/livestock-breeds/{breed_id}")
async def change_livestock_breed(breed_id: UUID, body: BreedChange, db: Session) -> BreedDetails:
    """Makes a breed what the body says.

    404 `livestock_breed_not_found`; 409 `livestock_breed_exists`, `version_conflict`, `second_person_needed` (`why`:
    `typical_weight`, of a breed that has animals).
    """
    return await catalog.change_breed(db, breed_id, **dict(body))


@admin.delete("/livestock-types/{type_id}", status_code=204)
async def drop_livestock_type(type_id: UUID, db: Session) -> None:
    """Retires a livestock type that has breeds, removes one that has none. 404 `livestock_type_not_found`."""
    await catalog.drop_type(db, type_id)


@admin.delete("/livestock-breeds/{breed_id}", status_code=204)
async def drop_livestock_breed(breed_id: UUID, db: Session) -> None:
    """Retires a breed that animals belong to, removes one without. 404 `livestock_breed_not_found`."""
    await catalog.drop_breed(db, breed_id)


@admin.post("/livestock", status_code=201)
async def register_livestock(body: RegistrationIn, me: CurrentUser, db: Session) -> LivestockDetails:
    """Takes an animal from outside into a farm; the platform owns it.

    409 `farm_full`, `tag_number_taken`, `unique_id_card_taken`, `eid_taken`, `retired`, `client_id_reused`;
    422 `unknown_farm`, `unknown_breed`, `born_in_future`, `born_too_early`, `too_heavy`, `unknown_parent`,
    `unfit_parent`.
    """
    return await once(
        db,
        "livestock",
        body.farm_id,
        body,
        by=me,
        show=livestock.whole,
        record=lambda: livestock.register(db, by=me.id, **body.said),
    )


@router.get("/livestock-types")
async def list_livestock_types(
    viewer: MaybeUser, page: PageRequest, db: Reader, include_retired: Retired = False
) -> Page[LivestockTypeDetails] | Page[LivestockTypeOut]:
    """The livestock types; administrators see who added them."""
    return await catalog.types(db, page, include_retired=include_retired, viewer=viewer)


@router.get("/livestock-breeds")
async def list_livestock_breeds(
    viewer: MaybeUser,
    page: PageRequest,
    db: Reader,
    livestock_type_id: Annotated[UUID | None, Query()] = None,
    include_retired: Retired = False,
) -> Page[BreedDetails] | Page[BreedOut]:
    """The breeds, or those of one type; administrators see who added them."""
    return await catalog.breeds(
        db, page, livestock_type_id=livestock_type_id, include_retired=include_retired, viewer=viewer
    )


@router.get("/livestock/{livestock_id}")
async def get_livestock(livestock_id: UUID, viewer: MaybeUser, db: Reader) -> LivestockDetails | LivestockOut:
    """One animal; its owner and the farm's people see all of it. 404 `livestock_not_found`."""
    return await livestock.show(db, livestock_id, viewer=viewer)


@router.get("/livestock/{livestock_id}/owner-history")
async def list_owners(livestock_id: UUID, me: CurrentUser, page: PageRequest, db: Reader) -> Page[OwnershipOut]:
    """Whose the animal was, for its owner and the farm's people. 403 `forbidden`, 404 `livestock_not_found`."""
    return await livestock.owners(db, page, livestock_id, viewer=me)
