"""Charts over HTTP."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Query

from amigok_chassis.auth import CurrentUser
from amigok_chassis.db import Reader
from amigok_chassis.problems import problems
from amigok_chassis.schemas import NearMoment
from stream.charts import service
from stream.charts.errors import RangeEmpty, RangeTooLong
from stream.charts.resolutions import Wanted
from stream.charts.schemas import ChartOut
from stream.sensors.errors import SensorNotFound

router = APIRouter(prefix="/api/v1")


@router.get("/sensors/{sensor_id}/readings", responses=problems(SensorNotFound, RangeEmpty, RangeTooLong))
async def read_chart(
    sensor_id: UUID,
    me: CurrentUser,
    db: Reader,
    begin: Annotated[NearMoment | None, Query(alias="from", description="A day before the end, if absent")] = None,
    end: Annotated[NearMoment | None, Query(alias="until", description="Now, if absent")] = None,
    resolution: Annotated[Wanted, Query(description="auto: such that there are some hundred points")] = "auto",
) -> ChartOut:
    """Returns what a sensor measured: readings, or minimum, maximum and mean of hours or days.

    For staff of its farm; owners see the air of the area in which their animal is, from when on it is theirs.
    """
    return await service.chart(db, me, sensor_id, begin=begin, end=end, resolution=resolution)
