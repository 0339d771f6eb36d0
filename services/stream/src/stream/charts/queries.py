"""The points of charts: each reads one index from its first point to its last."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import select

from amigok_chassis.unit_of_work import UnitOfWork
from stream.charts.schemas import Point
from stream.readings.models import Day, Hour, Reading

SUMS: dict[str, type[Hour] | type[Day]] = {"hour": Hour, "day": Day}


async def readings(db: UnitOfWork, sensor_id: UUID, begin: datetime, end: datetime, *, most: int) -> list[Point]:
    """The first so many readings of a time."""
    query = select(Reading.recorded_at, Reading.value).where(
        Reading.sensor_id == sensor_id, Reading.recorded_at >= begin, Reading.recorded_at < end
    )
    rows = await db.execute(query.order_by(Reading.recorded_at).limit(most))
    return [Point(at=at, minimum=value, maximum=value, mean=value, count=1) for at, value in rows]


async def sums(db: UnitOfWork, resolution: str, sensor_id: UUID, begin: datetime, end: datetime) -> list[Point]:
    """The hours or days that begin in a time."""
    of = SUMS[resolution]
    columns = select(of.began_at, of.minimum, of.maximum, of.total, of.count)
    query = columns.where(of.sensor_id == sensor_id, of.began_at >= begin, of.began_at < end)
    rows = await db.execute(query.order_by(of.began_at))
    return [
        Point(at=at, minimum=least, maximum=most, mean=total / count, count=count)
        for at, least, most, total, count in rows
    ]
