"""Settlements over HTTP."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Query

from amigok_chassis.auth import Administrator
from amigok_chassis.db import Reader
from amigok_chassis.pagination import InvalidCursor, Page, PageRequest
from amigok_chassis.problems import problems
from payment.settlements import queries
from payment.settlements.errors import SettlementNotFound
from payment.settlements.schemas import DifferenceOut, SettlementFilters, SettlementOut

router = APIRouter(prefix="/api/v1/admin/payments/settlements")


@router.get("", responses=problems(InvalidCursor))
async def list_settlements(
    admin: Administrator, db: Reader, filters: Annotated[SettlementFilters, Query()]
) -> Page[SettlementOut]:
    """Lists the days that were compared with providers, newest first."""
    return await queries.settlements(db, filters)


@router.get("/{settlement_id}/differences", responses=problems(SettlementNotFound))
async def list_differences(
    settlement_id: UUID, admin: Administrator, db: Reader, paging: PageRequest
) -> Page[DifferenceOut]:
    """Lists the differences of a day's last comparison."""
    return await queries.differences(db, settlement_id, paging)
