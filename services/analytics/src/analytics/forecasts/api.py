"""Forecasts over HTTP."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Query

from amigok_chassis.auth import CurrentUser
from amigok_chassis.context import InContext
from amigok_chassis.db import Reader
from amigok_chassis.errors import Unavailable
from amigok_chassis.problems import problems
from amigok_herd import LivestockNotFound
from analytics.engine.errors import QueryTooCostly
from analytics.forecasts import service
from analytics.forecasts.errors import AnimalGone, ForecastNotFound, NothingToStartFrom, TooFewCases
from analytics.forecasts.schemas import CalibrationsOut, CasesOut, ForecastAsk, ForecastOut

router = APIRouter(prefix="/api/v1/analytics")

_REFUSED = (LivestockNotFound, AnimalGone, NothingToStartFrom, TooFewCases, QueryTooCostly, Unavailable)


@router.get("/livestock/{livestock_id}/forecast", responses=problems(*_REFUSED))
async def read_forecast(
    livestock_id: UUID, me: CurrentUser, context: InContext, asked: Annotated[ForecastAsk, Query()]
) -> ForecastOut:
    """Returns ranges of what may become of an animal, or refuses where too few like it are known.

    What was shown is kept, so that it can be told later how often the ranges held.
    """
    return await service.forecast(context, me, livestock_id, days=int(asked.days))


@router.get("/forecasts/calibration")
async def read_calibration(me: CurrentUser, db: Reader) -> CalibrationsOut:
    """Returns how often the ranges of earlier forecasts held."""
    return await service.calibrations(db)


@router.get("/forecasts/{forecast_id}/cases", responses=problems(ForecastNotFound))
async def read_cases(forecast_id: UUID, me: CurrentUser, db: Reader) -> CasesOut:
    """Returns the cases that a forecast was made of, without whose they were."""
    return await service.cases(db, me, forecast_id)
