"""One animal over HTTP."""

from uuid import UUID

from fastapi import APIRouter

from amigok_chassis.auth import MaybeUser
from amigok_chassis.db import Reader
from amigok_chassis.problems import problems
from farm.livestock import queries
from farm.livestock.errors import LivestockNotFound
from farm.livestock.schemas import LivestockDetails, LivestockOut

router = APIRouter(prefix="/api/v1/livestock")


@router.get("/{livestock_id}", responses=problems(LivestockNotFound))
async def get_livestock(livestock_id: UUID, viewer: MaybeUser, db: Reader) -> LivestockDetails | LivestockOut:
    """Returns one animal; its owner and the farm's people see all of it."""
    return await queries.show(db, livestock_id, viewer=viewer)
