"""Payouts over HTTP."""

from typing import Annotated

from fastapi import APIRouter, Depends, Query

from amigok_chassis.auth import Principal, requires
from amigok_chassis.db import Reader
from amigok_chassis.pagination import Page, PageRequest
from payment.payouts import queries
from payment.payouts.models import State
from payment.payouts.schemas import PayoutOut

router = APIRouter(prefix="/api/v1/admin/payments", tags=["payment"])


@router.get("/payouts")
async def list_payouts(
    admin: Annotated[Principal, Depends(requires("admin"))],
    db: Reader,
    paging: PageRequest,
    state: State | None = None,
    stuck: Annotated[bool, Query(description="Only those that should have gone on by now")] = False,
) -> Page[PayoutOut]:
    """Withdrawals on their way out and where they are, newest first. 422 `invalid_cursor`."""
    return await queries.payouts(db, state=state, stuck=stuck, paging=paging)
