"""What operators watch of recordings, and what always holds."""

from datetime import timedelta

from prometheus_client import Gauge
from sqlalchemy import func, select

from amigok_chassis import clock
from amigok_chassis.invariants import Holds
from amigok_chassis.unit_of_work import UnitOfWork
from stream.recordings import retention
from stream.recordings.models import Part

ASIDE = Gauge("amigok_stream_parts_aside", "Parts of videos that could not be stored and wait for operators")

INVARIANTS = (
    Holds(
        "recording_held_as_somebody_keeps_it",
        """
        SELECT id, found.is_kept AS expected, is_held AS found FROM recordings CROSS JOIN LATERAL (
            SELECT EXISTS (SELECT FROM recording_holds WHERE recording_id = recordings.id) AS is_kept
        ) AS found WHERE is_held <> found.is_kept
        """,
    ),
    Holds(
        "recording_of_detections_shows_a_detected_animal",
        """
        SELECT id, 'an animal' AS expected, 'none' AS found FROM recordings WHERE recording_class = 'detections'
        AND NOT EXISTS (SELECT FROM recording_animals WHERE recording_id = recordings.id AND detected)
        """,
    ),
)


async def aside(db: UnitOfWork) -> int:
    """How many parts were set aside."""
    return await db.scalar(select(func.count()).select_from(Part).where(Part.set_aside_at.is_not(None))) or 0


async def stuck(db: UnitOfWork) -> int:
    """How many parts a worker had begun to store and nobody has finished for long; and recordings past their time."""
    late = Part.set_aside_at.is_(None), Part.leased_until < clock.now() - clock.offset() - timedelta(hours=1)
    parts = await db.scalar(select(func.count()).select_from(Part).where(*late)) or 0
    return parts + await retention.overdue(db)
