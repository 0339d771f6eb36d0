"""The ownership history of animals over HTTP."""

from uuid import UUID

from fastapi import APIRouter

from amigok_chassis.auth import CurrentUser
from amigok_chassis.db import Reader
from amigok_chassis.errors import Forbidden
from amigok_chassis.pagination import Page, PageRequest
from amigok_chassis.problems import problems
from farm.livestock.errors import LivestockNotFound
from farm.ownership import queries
from farm.ownership.schemas import OwnershipOut

router = APIRouter(prefix="/api/v1/livestock")


@router.get("/{livestock_id}/owner-history", responses=problems(Forbidden, LivestockNotFound))
async def list_owners(livestock_id: UUID, me: CurrentUser, page: PageRequest, db: Reader) -> Page[OwnershipOut]:
    """Lists who owned an animal, for its owner and the farm's people."""
    return await queries.owners_of(db, page, livestock_id, viewer=me)
