"""The bounds of livestock types over HTTP."""

from uuid import UUID

from fastapi import APIRouter

from amigok_chassis.auth import RecentAdministrator
from amigok_chassis.db import Reader, Session
from amigok_chassis.problems import problems
from amigok_chassis.proposals import ProposalOut
from amigok_chassis.proposals.errors import NotEntitled
from farm.bounds import service
from farm.bounds.schemas import BoundsIn, BoundsOut
from farm.staff.guards import by_farm_people
from farm.types.errors import LivestockTypeNotFound

router = APIRouter(prefix="/api/v1")


@router.get(
    "/staff/livestock-types/{type_id}/bounds", dependencies=[by_farm_people], responses=problems(LivestockTypeNotFound)
)
async def get_bounds(type_id: UUID, db: Reader) -> BoundsOut:
    """Returns the bounds of a type; beyond them a second person is needed."""
    return await service.show(db, type_id)


@router.put(
    "/admin/livestock-types/{type_id}/bounds", status_code=202, responses=problems(NotEntitled, *service.KIND.raises)
)
async def propose_bounds(type_id: UUID, body: BoundsIn, me: RecentAdministrator, db: Session) -> ProposalOut:
    """Proposes other bounds for a type."""
    return await service.propose_bounds(db, type_id, body, by=me.id)
