"""When nothing was measured."""

from collections.abc import Iterator, Sequence
from datetime import datetime

from sqlalchemy import text

from amigok_chassis.unit_of_work import UnitOfWork
from stream.equipment_logs.schemas import GapOut
from stream.excursions.measures import GAP, Span, columns

_GAPS = text("""
    SELECT sensor_id, began_at, ended_at FROM (
        SELECT sensor_id, at AS began_at, lead(at) OVER (PARTITION BY number ORDER BY at) AS ended_at
        FROM unnest(CAST(:sensors AS uuid[]), CAST(:since AS timestamptz[]), CAST(:until AS timestamptz[]))
            WITH ORDINALITY AS span (sensor_id, since, until, number)
        CROSS JOIN LATERAL (
            SELECT recorded_at FROM readings
            WHERE readings.sensor_id = span.sensor_id AND recorded_at >= since AND recorded_at < until
            UNION ALL VALUES (since), (until)
        ) AS moment (at)
    ) AS pauses
    WHERE ended_at - began_at > :gap ORDER BY began_at, sensor_id LIMIT :most
""")


async def between(
    db: UnitOfWork, spans: Sequence[Span], since: datetime, until: datetime, *, most: int
) -> list[GapOut]:
    """The first gaps within a time: longer than 30 minutes between readings, or with no sensor at all."""
    rows = await db.execute(_GAPS, columns(spans) | {"gap": GAP, "most": most})
    found = [GapOut(sensor_id=sensor_id, began_at=began, ended_at=ended) for sensor_id, began, ended in rows]
    found += [GapOut(sensor_id=None, began_at=began, ended_at=ended) for began, ended in unwatched(spans, since, until)]
    return sorted(found, key=lambda gap: gap.began_at)[:most]


def unwatched(spans: Sequence[Span], since: datetime, until: datetime) -> Iterator[tuple[datetime, datetime]]:
    """The times within which none of the spans, in order of their beginning, covers."""
    for span in spans:
        if span.since > since:
            yield since, span.since
        since = max(since, span.until)
    if since < until:
        yield since, until
