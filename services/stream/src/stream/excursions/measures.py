"""What sensors measured over spans of time, weighted by how long each reading held."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import text

from amigok_chassis.unit_of_work import UnitOfWork
from stream.excursions import kinetics

GAP = timedelta(minutes=30)
"""A reading holds until the next one, but no longer than this; the rest is a gap in what is known."""


@dataclass(frozen=True)
class Span:
    """The readings of a sensor from `since` until just before `until`."""

    sensor_id: UUID
    since: datetime
    until: datetime


@dataclass(frozen=True)
class Measured:
    """Readings in sum. `seconds` are how long they held together; `above` and `below`, how long beyond a range.

    `weighted` is the sum of value times seconds, `aged` that of the rate of ageing times seconds. There is no `lowest`
    and no `highest` of no reading.
    """

    count: int
    lowest: float | None
    highest: float | None
    seconds: float
    weighted: float
    aged: float
    above: float
    below: float

    @property
    def mean(self) -> float | None:
        return self.weighted / self.seconds if self.seconds > 0 else None

    @property
    def mean_kinetic(self) -> float | None:
        """The mean kinetic temperature in °C."""
        return kinetics.from_rate(self.aged / self.seconds) if self.seconds > 0 and self.aged > 0 else None


_RATE = (
    f"exp({kinetics.QUOTIENT} / {kinetics.REFERENCE} - {kinetics.QUOTIENT} / "
    f"(least(greatest(value, {kinetics.COLDEST}), {kinetics.HOTTEST}) + {kinetics.ZERO}))"
)
_MEASURE = text(f"""
    SELECT day, count(*), min(value), max(value), coalesce(sum(seconds), 0), coalesce(sum(seconds * value), 0),
        coalesce(sum(seconds * {_RATE}), 0),
        coalesce(sum(seconds) FILTER (WHERE value > :high), 0), coalesce(sum(seconds) FILTER (WHERE value < :low), 0)
    FROM (
        SELECT CAST(recorded_at AT TIME ZONE :zone AS date) AS day, value, extract(epoch FROM least(
            lead(recorded_at) OVER (PARTITION BY number ORDER BY recorded_at), recorded_at + :gap, until
        ) - recorded_at)::double precision AS seconds
        FROM unnest(CAST(:sensors AS uuid[]), CAST(:since AS timestamptz[]), CAST(:until AS timestamptz[]))
            WITH ORDINALITY AS span (sensor_id, since, until, number)
        JOIN LATERAL (
            SELECT recorded_at, value FROM readings
            WHERE readings.sensor_id = span.sensor_id AND recorded_at >= since AND recorded_at < until
        ) AS reading ON true
    ) AS held
    GROUP BY day ORDER BY day
""")


def columns(spans: Sequence[Span]) -> dict[str, Any]:
    """The parameters `sensors`, `since` and `until` of a query that unnests spans."""
    return {
        "sensors": [span.sensor_id for span in spans],
        "since": [span.since for span in spans],
        "until": [span.until for span in spans],
    }


async def by_day(
    db: UnitOfWork, spans: Sequence[Span], *, low: float = 0, high: float = 0, zone: str = "UTC"
) -> dict[date, Measured]:
    """The sums of all spans by the day, in a time zone, on which a reading was taken. Days without readings are absent.

    It reads each reading once. What is above `high` or below `low` is summed apart.
    """
    rows = await db.execute(_MEASURE, columns(spans) | {"low": low, "high": high, "zone": zone, "gap": GAP})
    return {day: Measured(*numbers) for day, *numbers in rows}


async def in_all(db: UnitOfWork, spans: Sequence[Span], *, low: float = 0, high: float = 0) -> Measured:
    """The sums of all spans."""
    return together((await by_day(db, spans, low=low, high=high)).values())


def together(parts: Iterable[Measured]) -> Measured:
    """Several sums as one."""
    rows = list(parts)
    return Measured(
        count=sum(row.count for row in rows),
        lowest=min((row.lowest for row in rows if row.lowest is not None), default=None),
        highest=max((row.highest for row in rows if row.highest is not None), default=None),
        seconds=sum(row.seconds for row in rows),
        weighted=sum(row.weighted for row in rows),
        aged=sum(row.aged for row in rows),
        above=sum(row.above for row in rows),
        below=sum(row.below for row in rows),
    )


NOTHING = together(())
"""What is measured where nothing is."""
