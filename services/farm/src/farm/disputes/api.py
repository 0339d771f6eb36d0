"""Disputed animals over HTTP."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Depends, Query

from amigok_chassis.auth import RecentAdministrator, requires
from amigok_chassis.db import Reader, Session
from amigok_chassis.pagination import Page, PageRequest
from amigok_chassis.problems import problems
from amigok_chassis.proposals import ProposalOut
from amigok_chassis.proposals.errors import NotEntitled, OwnBehalf
from farm.disputes import proposals
from farm.disputes.schemas import DisputeOut, SettlementIn, State

admin = APIRouter(prefix="/api/v1/admin/livestock-disputes", dependencies=[Depends(requires("admin"))])


@admin.get("")
async def list_disputes(
    page: PageRequest, db: Reader, state: Annotated[State, Query()] = "undecided"
) -> Page[DisputeOut]:
    """Lists disputes of payments for animals, oldest first. People have to decide `undecided` and `owed` ones."""
    return await proposals.list_disputes(db, page, state=state)


@admin.post(
    "/{dispute_id}/propose", status_code=202, responses=problems(NotEntitled, OwnBehalf, *proposals.KIND.raises)
)
async def propose_settlement(dispute_id: UUID, body: SettlementIn, me: RecentAdministrator, db: Session) -> ProposalOut:
    """Proposes what happens to the animal. It takes effect when another administrator approves."""
    return await proposals.propose_settlement(db, dispute_id, body, by=me.id)
