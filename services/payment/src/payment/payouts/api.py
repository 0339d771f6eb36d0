"""Payouts over HTTP."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Query

from amigok_chassis.auth import Administrator, RecentAdministrator
from amigok_chassis.db import Reader, Session
from amigok_chassis.pagination import Page, PageRequest
from amigok_chassis.problems import problems
from amigok_chassis.proposals import ProposalOut
from amigok_chassis.proposals.errors import NotEntitled, OwnBehalf
from payment.payouts import proposals, queries
from payment.payouts.machine import State
from payment.payouts.schemas import PayoutOut, PayoutSettlementIn

router = APIRouter(prefix="/api/v1/admin/payments")


@router.get("/payouts")
async def list_payouts(
    admin: Administrator,
    db: Reader,
    paging: PageRequest,
    state: State | None = None,
    stuck: Annotated[bool, Query(description="Only payouts that take too long")] = False,
) -> Page[PayoutOut]:
    """Lists the payouts of withdrawals, newest first."""
    return await queries.payouts(db, state=state, stuck=stuck, paging=paging)


@router.post(
    "/payouts/{payout_id}/settlement",
    status_code=202,
    responses=problems(NotEntitled, OwnBehalf, *proposals.SETTLE.raises),
)
async def propose_settlement(
    payout_id: UUID,
    body: PayoutSettlementIn,
    me: RecentAdministrator,
    db: Session,
) -> ProposalOut:
    """Proposes the outcome of a payout that its provider does not report. Another administrator decides."""
    return await proposals.propose_settlement(db, payout_id, body, by=me.id)
