"""The bounds of livestock types over HTTP."""

from uuid import UUID

from fastapi import APIRouter

from amigok_chassis.auth import RecentAdministrator
from amigok_chassis.db import Reader, Session
from amigok_chassis.proposals import ProposalOut
from farm.bounds import service
from farm.bounds.schemas import BoundsIn, BoundsOut
from farm.staff.guards import by_farm_people

router = APIRouter(prefix="/api/v1", tags=["farm"])


@router.get("/staff/livestock-types/{type_id}/bounds", dependencies=[by_farm_people])
async def get_bounds(type_id: UUID, db: Reader) -> BoundsOut:
    """Returns the bounds of a type; beyond them a second person is needed. 404 `livestock_type_not_found`."""
    return await service.show(db, type_id)


@router.put("/admin/livestock-types/{type_id}/bounds", status_code=202)
async def propose_bounds(type_id: UUID, body: BoundsIn, me: RecentAdministrator, db: Session) -> ProposalOut:
    """Proposes other bounds for a type.

    403 `step_up_required`, `decision_does_not_count`; 404 `livestock_type_not_found`; 409 `version_conflict`.
    """
    return await service.propose_bounds(db, type_id, body, by=me.id)
