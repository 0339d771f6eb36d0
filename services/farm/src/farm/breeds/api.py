"""Breeds over HTTP."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Depends, Query

from amigok_chassis.auth import CurrentUser, MaybeUser, RecentAdministrator, requires
from amigok_chassis.db import Reader, Session
from amigok_chassis.pagination import Page, PageRequest
from amigok_chassis.problems import problems
from amigok_chassis.proposals import ProposalOut
from amigok_chassis.proposals.errors import NotEntitled
from amigok_chassis.rows import VersionConflict
from farm.breeds import proposals, service
from farm.breeds.errors import BreedExists, BreedNotFound
from farm.breeds.schemas import BreedChange, BreedDetails, BreedIn, BreedOut, TypicalWeightIn
from farm.staff.errors import SecondPersonNeeded
from farm.types.errors import Retired, UnknownLivestockType
from farm.types.schemas import IncludeRetired

router = APIRouter(prefix="/api/v1/livestock-breeds")
admin = APIRouter(prefix="/api/v1/admin/livestock-breeds", dependencies=[Depends(requires("admin"))])


@admin.post("", status_code=201, responses=problems(BreedExists, Retired, UnknownLivestockType))
async def add_livestock_breed(body: BreedIn, me: CurrentUser, db: Session) -> BreedDetails:
    """Adds a breed to a type."""
    return await service.add(db, body, by=me.id)


@admin.put("/{breed_id}", responses=problems(BreedNotFound, BreedExists, SecondPersonNeeded, VersionConflict))
async def change_livestock_breed(breed_id: UUID, body: BreedChange, db: Session) -> BreedDetails:
    """Replaces a breed."""
    return await service.change(db, breed_id, body)


@admin.put("/{breed_id}/typical-weight", status_code=202, responses=problems(NotEntitled, *proposals.KIND.raises))
async def propose_typical_weight(
    breed_id: UUID, body: TypicalWeightIn, me: RecentAdministrator, db: Session
) -> ProposalOut:
    """Proposes another typical weight for a breed that has animals."""
    return await proposals.propose_typical_weight(db, breed_id, body, by=me.id)


@admin.delete("/{breed_id}", status_code=204, responses=problems(BreedNotFound))
async def drop_livestock_breed(breed_id: UUID, db: Session) -> None:
    """Removes a breed, or retires it if it has animals."""
    await service.drop(db, breed_id)


@router.get("")
async def list_livestock_breeds(
    viewer: MaybeUser,
    page: PageRequest,
    db: Reader,
    livestock_type_id: Annotated[UUID | None, Query()] = None,
    include_retired: IncludeRetired = False,
) -> Page[BreedDetails] | Page[BreedOut]:
    """Lists the breeds, of all types or of one; administrators see who added them."""
    return await service.list_breeds(
        db, page, livestock_type_id=livestock_type_id, include_retired=include_retired, viewer=viewer
    )
