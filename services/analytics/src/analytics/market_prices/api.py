"""The market over HTTP."""

from typing import Annotated

from fastapi import APIRouter, Depends, Query

from amigok_chassis.auth import CurrentUser, requires
from amigok_chassis.db import Reader
from amigok_chassis.pagination import InvalidCursor, Page
from amigok_chassis.problems import problems
from analytics.engine import Facts
from analytics.figures.errors import TimeEmpty
from analytics.market_prices import service
from analytics.market_prices.schemas import MarketAsk, MarketOut, SaleOut

router = APIRouter(prefix="/api/v1/analytics/market")
admin = APIRouter(prefix="/api/v1/admin/analytics/market", dependencies=[Depends(requires("admin"))])


@router.get("/prices", responses=problems(TimeEmpty, InvalidCursor))
async def read_prices(me: CurrentUser, db: Reader, facts: Facts, asked: Annotated[MarketAsk, Query()]) -> MarketOut:
    """Returns what animals were sold for per kg, by type, breed, class of weight and time."""
    return await service.prices(db, facts, asked)


@admin.get("/sales", responses=problems(TimeEmpty, InvalidCursor))
async def list_sales(facts: Facts, asked: Annotated[MarketAsk, Query()]) -> Page[SaleOut]:
    """Lists the sales that prices come from, each with its event."""
    return await service.sales(facts, asked)
