"""Disputes over HTTP. Administrators answer them at the provider, whose webhooks report how they end."""

from typing import Annotated

from fastapi import APIRouter, Depends, Query

from amigok_chassis.auth import requires
from amigok_chassis.db import Reader
from amigok_chassis.pagination import Page, PageRequest
from payment.disputes import queries
from payment.disputes.schemas import DisputeOut, State

admin = APIRouter(prefix="/api/v1/admin", dependencies=[Depends(requires("admin"))])


@admin.get("/payments/disputes")
async def list_disputes(page: PageRequest, db: Reader, state: Annotated[State, Query()] = "opened") -> Page[DisputeOut]:
    """Lists the disputes in a state, oldest first."""
    return await queries.listed(db, page, state=state)
