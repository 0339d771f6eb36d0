"""When animals were last seen: one row for each camera that saw them, which never goes back."""

from collections.abc import Collection
from datetime import datetime
from typing import NamedTuple
from uuid import UUID

from sqlalchemy import select

from amigok_chassis.unit_of_work import UnitOfWork
from stream.settings import Settings
from stream.sightings.models import Sighting

# Rows are locked in the order of their keys, so that batches that see the same animals do not deadlock.
_COLUMNS = """
    livestock_id, camera_id, device_id, event_id, farm_id, area_id, is_home, confidence, first_at, detected_at
"""
_SAW = f"""
    INSERT INTO sightings AS known ({_COLUMNS}, told_at)
    SELECT *, CASE WHEN is_home THEN detected_at END
    FROM unnest(
        $1::uuid[], $2::uuid[], $3::uuid[], $4::uuid[], $5::uuid[], $6::uuid[], $7::boolean[], $8::smallint[],
        $9::timestamptz[], $10::timestamptz[]
    ) AS seen ({_COLUMNS})
    ORDER BY livestock_id, camera_id
    ON CONFLICT (livestock_id, camera_id) DO UPDATE SET
        device_id = excluded.device_id, event_id = excluded.event_id, farm_id = excluded.farm_id,
        area_id = excluded.area_id, is_home = excluded.is_home, confidence = excluded.confidence,
        first_at = least(known.first_at, excluded.first_at), detected_at = excluded.detected_at,
        told_at = CASE
            WHEN excluded.told_at >= coalesce(known.told_at + $11::interval, excluded.told_at) THEN excluded.told_at
            ELSE known.told_at
        END
    WHERE excluded.detected_at > known.detected_at
    RETURNING livestock_id, camera_id, detected_at IS NOT DISTINCT FROM told_at AS is_told
"""
_BEFORE = """
    UPDATE sightings SET first_at = earlier.first_at
    FROM unnest($1::uuid[], $2::uuid[], $3::timestamptz[]) AS earlier (livestock_id, camera_id, first_at)
    WHERE (sightings.livestock_id, sightings.camera_id) = (earlier.livestock_id, earlier.camera_id)
        AND sightings.first_at > earlier.first_at
"""


class Seen(NamedTuple):
    """An animal in the picture of a camera. Of several by the same camera the newest, with the time of the first."""

    livestock_id: UUID
    camera_id: UUID
    device_id: UUID
    event_id: UUID
    farm_id: UUID
    area_id: UUID | None
    is_home: bool
    confidence: int
    first_at: datetime
    detected_at: datetime


async def saw(db: UnitOfWork, seen: Collection[Seen]) -> list[Seen]:
    """Notes what was seen. Returns what others are to be told: for an animal and a camera now and then.

    `seen` has an animal and a camera once.
    """
    if not seen:
        return []
    columns = [list(column) for column in zip(*seen, strict=True)]
    connection = await db.connection()
    rows = await connection.exec_driver_sql(_SAW, (*columns, db.settings(Settings).detection_told))
    newest = {(row.livestock_id, row.camera_id): row.is_told for row in rows}
    if late := [each for each in seen if (each.livestock_id, each.camera_id) not in newest]:
        earlier = zip(*((each.livestock_id, each.camera_id, each.first_at) for each in late), strict=True)
        await connection.exec_driver_sql(_BEFORE, tuple(map(list, earlier)))
    return [each for each in seen if newest.get((each.livestock_id, each.camera_id))]


async def last_of(db: UnitOfWork, livestock_id: UUID) -> Sighting | None:
    """The newest sighting of an animal on the farm where it lives."""
    mine = select(Sighting).where(Sighting.livestock_id == livestock_id, Sighting.is_home)
    return await db.scalar(mine.order_by(Sighting.detected_at.desc(), Sighting.camera_id).limit(1))
