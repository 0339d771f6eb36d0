"""Payouts over HTTP."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Query

from amigok_chassis.auth import Administrator, RecentAdministrator
from amigok_chassis.db import Reader, Session
from amigok_chassis.pagination import Page, PageRequest
from amigok_chassis.proposals import ProposalOut
from payment.payouts import queries, settling
from payment.payouts.models import State
from payment.payouts.schemas import PayoutOut, PayoutSettlementIn

router = APIRouter(prefix="/api/v1/admin/payments", tags=["payment"])


@router.get("/payouts")
async def list_payouts(
    admin: Administrator,
    db: Reader,
    paging: PageRequest,
    state: State | None = None,
    stuck: Annotated[bool, Query(description="Only those that should have gone on by now")] = False,
) -> Page[PayoutOut]:
    """Withdrawals on their way out and where they are, newest first. 422 `invalid_cursor`."""
    return await queries.payouts(db, state=state, stuck=stuck, paging=paging)


@router.post("/payouts/{payout_id}/settlement", status_code=202)
async def propose_settlement(
    payout_id: UUID,
    body: PayoutSettlementIn,
    me: RecentAdministrator,
    db: Session,
) -> ProposalOut:
    """Proposes how a payout ended that its provider does not tell of; another administrator decides.

    403 `step_up_required`, `own_behalf`, `decision_does_not_count`; 404 `payout_not_found`; 409 `payout_under_way`.
    """
    return await settling.propose_settlement(db, payout_id, body, by=me.id)
