"""Marks an animal that was seen in two places at once, on both detections."""

from collections.abc import Iterable, Sequence
from uuid import UUID

from amigok_chassis.unit_of_work import UnitOfWork
from stream.detections.marks import UNCOUNTED, Mark
from stream.detections.rows import Row
from stream.settings import Settings

_GIVEN = """
    unnest($1::uuid[], $2::timestamptz[], $3::uuid[], $4::uuid[], $5::uuid[], $6::uuid[])
        AS given (event_id, detected_at, livestock_id, camera_id, farm_id, area_id)
"""
# Sightings say between when and when another camera has seen the animal at all. Nearly always that is enough.
_SUSPECTED = f"""
    SELECT DISTINCT given.event_id FROM {_GIVEN}
    JOIN sightings AS other ON other.livestock_id = given.livestock_id AND other.camera_id <> given.camera_id
    WHERE (other.farm_id <> given.farm_id
            AND given.detected_at BETWEEN other.first_at - $7::interval AND other.detected_at + $7::interval)
        OR (other.farm_id = given.farm_id AND other.area_id <> given.area_id
            AND given.detected_at BETWEEN other.first_at - $8::interval AND other.detected_at + $8::interval)
"""
# Both sides are locked in the order of their keys, so that batches that meet do not deadlock.
_MARK = f"""
    WITH met AS MATERIALIZED (
        SELECT given.event_id AS mine, given.detected_at AS mine_at, other.device_id, other.event_id, other.detected_at
        FROM {_GIVEN}
        JOIN detections AS other ON other.livestock_id = given.livestock_id
            AND other.detected_at BETWEEN given.detected_at - greatest($7::interval, $8::interval)
                AND given.detected_at + greatest($7::interval, $8::interval)
            AND other.marks & {int(UNCOUNTED)} = 0
        WHERE (other.farm_id <> given.farm_id
                AND other.detected_at BETWEEN given.detected_at - $7::interval AND given.detected_at + $7::interval)
            OR (other.farm_id = given.farm_id AND other.area_id <> given.area_id
                AND other.detected_at BETWEEN given.detected_at - $8::interval AND given.detected_at + $8::interval)
    ), both_sides AS (
        SELECT $9::uuid AS device_id, mine AS event_id, mine_at AS detected_at FROM met
        UNION SELECT device_id, event_id, detected_at FROM met
    ), locked AS MATERIALIZED (
        SELECT device_id, event_id, detected_at FROM detections JOIN both_sides USING (device_id, event_id, detected_at)
        WHERE marks & {int(Mark.TWO_PLACES)} = 0
        ORDER BY device_id, event_id, detected_at FOR NO KEY UPDATE OF detections
    )
    UPDATE detections SET marks = marks | {int(Mark.TWO_PLACES)} FROM locked
    WHERE (detections.device_id, detections.event_id, detections.detected_at)
        = (locked.device_id, locked.event_id, locked.detected_at)
    RETURNING detections.device_id, detections.event_id
"""


async def mark(db: UnitOfWork, device_id: UUID, seen: Sequence[Row]) -> set[UUID]:
    """Compares what a device has just sent and what counts with all that is stored; returns the events of the
    device's that are marked.

    Sightings have been noted before.
    """
    if not seen:
        return set()
    settings = db.settings(Settings)
    apart = settings.detection_apart_farms, settings.detection_apart_areas
    connection = await db.connection()
    suspected = {row.event_id for row in await connection.exec_driver_sql(_SUSPECTED, (*_columns(seen), *apart))}
    if not suspected:
        return set()
    given = _columns(each for each in seen if each.event_id in suspected)
    marked = await connection.exec_driver_sql(_MARK, (*given, *apart, device_id))
    return {row.event_id for row in marked if row.device_id == device_id}


def _columns(rows: Iterable[Row]) -> tuple[list[object], ...]:
    keys = [(r.event_id, r.detected_at, r.livestock_id, r.camera_id, r.farm_id, r.area_id) for r in rows]
    return tuple(list(column) for column in zip(*keys, strict=True))
