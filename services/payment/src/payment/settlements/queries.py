"""Reads of settlements."""

from uuid import UUID

from sqlalchemy import func, select

from amigok_chassis import clock
from amigok_chassis.pagination import Page, Paging, paginate
from amigok_chassis.unit_of_work import UnitOfWork
from payment.settlements.days import AGAIN
from payment.settlements.errors import SettlementNotFound
from payment.settlements.models import Difference, Settlement
from payment.settlements.schemas import DifferenceOut, SettlementFilters, SettlementOut


async def settlements(db: UnitOfWork, filters: SettlementFilters) -> Page[SettlementOut]:
    """Lists settlements, newest day first. Raises InvalidCursor."""
    exact = filters.model_dump(include={"provider", "day"}, exclude_none=True)
    query = select(Settlement).filter_by(**exact)
    query = query.where(Settlement.differences > 0) if filters.differing else query
    rows, cursor = await paginate(db, query, filters.paging, key=[Settlement.day, Settlement.id])
    return Page(items=[SettlementOut.of(row) for row in rows], next_cursor=cursor)


async def differences(db: UnitOfWork, settlement_id: UUID, paging: Paging) -> Page[DifferenceOut]:
    """Lists the differences of the last comparison. Raises SettlementNotFound, InvalidCursor."""
    settlement = await db.get(Settlement, settlement_id)
    if settlement is None:
        raise SettlementNotFound
    query = select(Difference).where(Difference.settlement_id == settlement_id)
    rows, cursor = await paginate(db, query, paging, key=[Difference.id], descending=False)
    return Page(items=[DifferenceOut.of(row, settlement.currency) for row in rows], next_cursor=cursor)


async def count_differences(db: UnitOfWork) -> int:
    """Counts the differences of the days that are still compared."""
    recent = Settlement.day >= (clock.now() - AGAIN).date()
    return await db.scalar(select(func.sum(Settlement.differences)).where(recent)) or 0
