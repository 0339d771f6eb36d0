"""Reversions of deaths over HTTP."""

from uuid import UUID

from fastapi import APIRouter, Depends

from amigok_chassis.auth import RecentAdministrator, requires
from amigok_chassis.db import Session
from amigok_chassis.proposals import ProposalOut
from farm.reversions import service
from farm.reversions.schemas import ReversionIn

admin = APIRouter(prefix="/api/v1/admin", tags=["deaths"], dependencies=[Depends(requires("admin"))])


@admin.post("/livestock/{livestock_id}/death/revert", status_code=202)
async def propose_reversion(livestock_id: UUID, body: ReversionIn, me: RecentAdministrator, db: Session) -> ProposalOut:
    """Proposes to revert a wrong report of a death. It takes effect when a second person approves.

    403 `step_up_required`, `own_animal`, `decision_does_not_count`; 404 `livestock_not_found`, `death_not_found`;
    409 `other_death`. The approval can also fail with 409 `claim_paid`, `farm_full`.
    """
    return await service.propose_reversion(db, livestock_id, **dict(body), by=me.id)
