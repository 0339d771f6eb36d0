"""Charts of sensors."""

from datetime import datetime, timedelta
from uuid import UUID

from amigok_chassis import clock
from amigok_chassis.auth import Principal
from amigok_chassis.unit_of_work import UnitOfWork
from stream.charts import queries
from stream.charts.errors import RangeEmpty, RangeTooLong
from stream.charts.resolutions import LONGEST, MOST_READINGS, Resolution, Wanted, finest
from stream.charts.rights import require_sensor
from stream.charts.schemas import ChartOut, Point

USUAL = timedelta(days=1)
"""How far a chart goes back if nobody says since when."""


async def chart(
    db: UnitOfWork,
    by: Principal,
    sensor_id: UUID,
    *,
    begin: datetime | None,
    end: datetime | None,
    resolution: Wanted,
) -> ChartOut:
    """What a sensor measured in a time, up to now and of the last day unless it says otherwise.

    Raises SensorNotFound, RangeEmpty, RangeTooLong.
    """
    sensor, since = await require_sensor(db, by, sensor_id)
    end = end or clock.now()
    begin = begin or end - USUAL
    chosen = _chosen(resolution, end - begin)
    begin = max(begin, since or begin)
    points, following = await _points(db, chosen, sensor_id, begin, end)
    return ChartOut(
        sensor_id=sensor_id, unit=sensor.unit, resolution=chosen, since=since, points=points, next_from=following
    )


def _chosen(wanted: Wanted, span: timedelta) -> Resolution:
    if span <= timedelta():
        raise RangeEmpty
    resolution = finest(span) if wanted == "auto" else wanted
    if span > LONGEST[resolution]:
        raise RangeTooLong(longest_days=LONGEST[resolution].days)
    return resolution


async def _points(
    db: UnitOfWork, resolution: Resolution, sensor_id: UUID, begin: datetime, end: datetime
) -> tuple[list[Point], datetime | None]:
    if resolution != "raw":
        return await queries.sums(db, resolution, sensor_id, begin, end), None
    found = await queries.readings(db, sensor_id, begin, end, most=MOST_READINGS + 1)
    return found[:MOST_READINGS], found[MOST_READINGS].at if len(found) > MOST_READINGS else None
