"""All orders and listings, for administrators, over HTTP."""

from typing import Annotated

from fastapi import APIRouter, Query

from amigok_chassis.auth import Administrator
from amigok_chassis.db import Reader
from amigok_chassis.pagination import InvalidCursor, Page
from amigok_chassis.problems import problems
from marketplace.orders.schemas import OrderOut
from marketplace.trade import listed, queries
from marketplace.trade.schemas import ListingStatisticsOut, OrderFilters, Period, TradeStatisticsOut

router = APIRouter(prefix="/api/v1/admin/marketplace", tags=["orders"])


@router.get("/orders", responses=problems(InvalidCursor))
async def list_orders(filters: Annotated[OrderFilters, Query()], admin: Administrator, db: Reader) -> Page[OrderOut]:
    """Returns everybody's orders, newest first: all of them, or those of a state, time, person or number."""
    return await queries.page(db, filters)


@router.get("/statistics")
async def read_statistics(period: Annotated[Period, Query()], admin: Administrator, db: Reader) -> TradeStatisticsOut:
    """Returns how many orders there were, and what they came to, by state and by day: at most 92 days."""
    return await queries.statistics(db, period)


@router.get("/listing-statistics", tags=["listings"])
async def read_listing_statistics(
    period: Annotated[Period, Query()], admin: Administrator, db: Reader
) -> ListingStatisticsOut:
    """Returns how many animals were listed, sold and taken off the market, and how long that took: at most 92 days."""
    return await listed.statistics(db, period)
