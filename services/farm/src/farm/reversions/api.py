"""Reversions of deaths over HTTP."""

from uuid import UUID

from fastapi import APIRouter, Depends

from amigok_chassis.auth import RecentAdministrator, requires
from amigok_chassis.db import Session
from amigok_chassis.problems import problems
from amigok_chassis.proposals import ProposalOut
from amigok_chassis.proposals.errors import NotEntitled
from farm.reversions import service
from farm.reversions.schemas import ReversionIn

admin = APIRouter(prefix="/api/v1/admin", dependencies=[Depends(requires("admin"))])


@admin.post(
    "/livestock/{livestock_id}/death/revert", status_code=202, responses=problems(NotEntitled, *service.KIND.raises)
)
async def propose_reversion(livestock_id: UUID, body: ReversionIn, me: RecentAdministrator, db: Session) -> ProposalOut:
    """Proposes to revert a wrong report of a death. It takes effect when a second person approves."""
    return await service.propose_reversion(db, livestock_id, **dict(body), by=me.id)
