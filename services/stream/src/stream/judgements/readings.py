"""Readings of many sensors at once, in time order, page by page."""

from collections.abc import AsyncIterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from uuid import UUID

from amigok_chassis.unit_of_work import UnitOfWork

PAGE = 5_000
"""Readings of one sensor that are in memory at a time."""

_READ = """
    SELECT sensor_id, recorded_at, value
    FROM unnest($1::uuid[], $2::timestamptz[], $3::timestamptz[]) AS span (id, since, until)
    JOIN LATERAL (
        SELECT sensor_id, recorded_at, value FROM readings
        WHERE sensor_id = id AND recorded_at >= since AND recorded_at <= until
            AND recorded_at >= $4 AND recorded_at <= $5
        ORDER BY recorded_at LIMIT $6
    ) AS reading ON true
"""


@dataclass(frozen=True)
class Stretch:
    """The readings of a sensor from `since` until `until`, both included."""

    sensor_id: UUID
    since: datetime
    until: datetime


async def read(db: UnitOfWork, stretches: Sequence[Stretch]) -> AsyncIterator[Sequence[tuple[UUID, datetime, float]]]:
    """Yields readings as (sensor, time, value), those of a sensor in time order. A sensor has one stretch."""
    raw = await (await db.connection()).get_raw_connection()
    driver = raw.driver_connection
    assert driver is not None
    while stretches:
        rows = await driver.fetch(_READ, *_given(stretches), PAGE)
        yield rows
        stretches = _left(stretches, rows)


def _given(stretches: Sequence[Stretch]) -> list[object]:
    """The first and the last moment are given besides, so that only parts of the table in between are looked at."""
    since, until = [each.since for each in stretches], [each.until for each in stretches]
    return [[each.sensor_id for each in stretches], since, until, min(since), max(until)]


def _left(stretches: Sequence[Stretch], rows: Sequence[tuple[UUID, datetime, float]]) -> list[Stretch]:
    """What follows the pages that were full."""
    counts: dict[UUID, int] = {}
    last: dict[UUID, datetime] = {}
    for sensor_id, at, _ in rows:
        counts[sensor_id] = counts.get(sensor_id, 0) + 1
        last[sensor_id] = at
    full = [each for each in stretches if counts.get(each.sensor_id) == PAGE]
    return [replace(each, since=_after(last[each.sensor_id])) for each in full]


def _after(at: datetime) -> datetime:
    return at + datetime.resolution
