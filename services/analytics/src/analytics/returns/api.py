"""Returns over HTTP."""

from typing import Annotated

from fastapi import APIRouter, Query

from amigok_chassis.auth import CurrentUser
from amigok_chassis.db import Reader
from amigok_chassis.errors import Forbidden
from amigok_chassis.pagination import InvalidCursor, Page
from amigok_chassis.problems import problems
from amigok_herd import LivestockNotFound, OtherFarm
from analytics.engine import Facts
from analytics.figures.errors import TimeEmpty
from analytics.returns import explain, holdings, service
from analytics.returns.errors import RateMissing, TooManyLines
from analytics.returns.schemas import (
    ExplainAsk,
    HoldingOut,
    HoldingsAsk,
    LineOut,
    ProfitLossOut,
    ReturnsAsk,
    RoiOut,
    TaxStatementOut,
    TaxYearAsk,
)

router = APIRouter(prefix="/api/v1/analytics/financial")

_SCOPE = (LivestockNotFound, Forbidden, OtherFarm)


@router.get("/roi", responses=problems(*_SCOPE, TimeEmpty, RateMissing, TooManyLines))
async def read_roi(me: CurrentUser, db: Reader, facts: Facts, asked: Annotated[ReturnsAsk, Query()]) -> RoiOut:
    """Returns what was earned: simple and money-weighted, realised and unrealised apart, by currency."""
    return await service.roi(db, facts, me, asked)


@router.get("/profit-loss", responses=problems(*_SCOPE, TimeEmpty, RateMissing, TooManyLines))
async def read_profit_and_loss(
    me: CurrentUser, db: Reader, facts: Facts, asked: Annotated[ReturnsAsk, Query()]
) -> ProfitLossOut:
    """Returns the account of a period, line by line, by currency."""
    return await service.profit_and_loss(db, facts, me, asked)


@router.get("/tax-statement", responses=problems(*_SCOPE, TimeEmpty, RateMissing, TooManyLines))
async def read_tax_statement(
    me: CurrentUser, db: Reader, facts: Facts, asked: Annotated[TaxYearAsk, Query()]
) -> TaxStatementOut:
    """Returns the account of a tax year, with each animal that left in it."""
    return await service.tax_statement(db, facts, me, asked)


@router.get("/explain", responses=problems(*_SCOPE, TimeEmpty, TooManyLines, InvalidCursor))
async def explain_financial(
    me: CurrentUser, db: Reader, facts: Facts, asked: Annotated[ExplainAsk, Query()]
) -> Page[LineOut]:
    """Lists the rows behind an account or one of its lines, each with its event and the ledger's transfers."""
    return await explain.rows(db, facts, me, asked)


@router.get("/holdings", responses=problems(*_SCOPE, TimeEmpty, TooManyLines, InvalidCursor))
async def list_holdings(
    me: CurrentUser, db: Reader, facts: Facts, asked: Annotated[HoldingsAsk, Query()]
) -> Page[HoldingOut]:
    """Lists the animals behind what is not realised, each with its cost, its value and the event that says so."""
    return await holdings.holdings(db, facts, me, asked)
