"""Recordings go when their time is over, or when the disk is nearly full. What somebody keeps stays."""

from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta
from itertools import groupby
from typing import Literal

from sqlalchemy import ColumnElement, Select, and_, delete, func, or_, select

from amigok_chassis import clock, files
from amigok_chassis.outbox import emit
from amigok_chassis.service import every
from amigok_chassis.unit_of_work import UnitOfWork
from amigok_contracts.stream_recordings import RecordingsRemoved
from stream.recordings.indexing import judge
from stream.recordings.models import Class, Part, Recording
from stream.settings import Settings

Why = Literal["expired", "storage_low"]

MOST = 200
"""Recordings that one run removes: with their animals it is a short transaction."""

LATE = timedelta(hours=1)
"""So long after its time a recording should have been removed."""


@every(seconds=20)
async def remove_recordings(db: UnitOfWork) -> int:
    """Removes recordings whose time is over, the oldest first. Returns how many."""
    settings = db.settings(Settings)
    await db.execute(delete(Part).where(Part.set_aside_at < clock.now() - settings.recording_aside))
    found = (await db.scalars(_removable(_over(settings, clock.now())))).all()
    for each in found:
        if each.recording_class == "continuous":
            await judge(db, each)  # what a device has sent late may keep it longer
    return await _remove(db, [each for each in found if _is_over(settings, each)], "expired")


async def make_room(db: UnitOfWork, size: int) -> int:
    """Removes the oldest continuous recordings until they come to so many bytes. Returns how many."""
    found = (await db.scalars(_removable(Recording.recording_class == "continuous"))).all()
    return await _remove(db, _first(found, size), "storage_low")


async def overdue(db: UnitOfWork) -> int:
    """How many recordings should have been removed by now."""
    over = _over(db.settings(Settings), clock.now() - LATE)
    return await db.scalar(select(func.count()).select_from(Recording).where(over, ~Recording.is_held)) or 0


def _over(settings: Settings, now: datetime) -> ColumnElement[bool]:
    ages = _ages(settings).items()
    return or_(*(and_(Recording.recording_class == name, Recording.ended_at < now - age) for name, age in ages))


def _is_over(settings: Settings, each: Recording) -> bool:
    return each.ended_at < clock.now() - _ages(settings)[each.recording_class]


def _ages(settings: Settings) -> dict[Class, timedelta]:
    """How long recordings of each class are kept."""
    return {"continuous": settings.recording_keep_continuous, "detections": settings.recording_keep_detections}


def _removable(condition: ColumnElement[bool]) -> Select[Recording]:
    query = select(Recording).where(condition, ~Recording.is_held).order_by(Recording.ended_at).limit(MOST)
    return query.with_for_update(skip_locked=True)


def _first(recordings: Iterable[Recording], size: int) -> list[Recording]:
    found: list[Recording] = []
    for each in recordings:
        if size <= 0:
            break
        found.append(each)
        size -= each.size
    return found


async def _remove(db: UnitOfWork, recordings: Sequence[Recording], why: Why) -> int:
    """Removes recordings with their files, and says so for each camera."""
    await files.erase(db, *(key for each in recordings for key in (each.key, each.thumbnail)))
    await db.execute(delete(Recording).where(Recording.id.in_([each.id for each in recordings])))
    for _, group in groupby(sorted(recordings, key=_kind), key=_kind):
        _tell(db, list(group), why)
    return len(recordings)


def _kind(each: Recording) -> tuple[str, str]:
    return str(each.camera_id), each.recording_class


def _tell(db: UnitOfWork, gone: Sequence[Recording], why: Why) -> None:
    emit(
        db,
        RecordingsRemoved(
            camera_id=gone[0].camera_id,
            farm_id=gone[0].farm_id,
            recording_class=gone[0].recording_class,
            reason=why,
            recordings=len(gone),
            size=sum(each.size for each in gone),
            newest_started_at=max(each.started_at for each in gone),
        ),
    )
