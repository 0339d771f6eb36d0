"""Proceeds over HTTP."""

from uuid import UUID

from fastapi import APIRouter

from amigok_chassis.auth import Administrator, RecentAdministrator
from amigok_chassis.db import Reader, Session
from amigok_chassis.pagination import Page, PageRequest
from amigok_chassis.problems import problems
from amigok_chassis.proposals import ProposalOut
from amigok_chassis.proposals.errors import NotEntitled, OwnBehalf
from wallet.proceeds import queries, service
from wallet.proceeds.schemas import ProceedsOut, SettlementIn

admin = APIRouter(prefix="/api/v1/admin/wallet/proceeds")


@admin.get("")
async def list_waiting(_: Administrator, db: Reader, paging: PageRequest) -> Page[ProceedsOut]:
    """What new sellers have earned through a provider and cannot spend yet."""
    return await queries.waiting(db, paging)


@admin.post(
    "/{proceeds_id}/settlement", status_code=202, responses=problems(NotEntitled, OwnBehalf, *service.SETTLE.raises)
)
async def propose_settlement(
    proceeds_id: UUID, body: SettlementIn, me: RecentAdministrator, db: Session
) -> ProposalOut:
    """Proposes what happens to a share whose payment was lost to a dispute. Another administrator decides."""
    return await service.propose_settlement(db, proceeds_id, body, by=me.id)
