"""Recordings in the database: what each shows, and by which rule it is kept."""

from collections.abc import Sequence
from datetime import timedelta
from uuid import UUID

from sqlalchemy import exists, select
from sqlalchemy.dialects.postgresql import Range, insert

from amigok_chassis import clock
from amigok_chassis.ids import new_id
from amigok_chassis.outbox import emit
from amigok_chassis.service import every
from amigok_chassis.unit_of_work import UnitOfWork
from amigok_contracts.stream_recordings import RecordingStored
from stream.animals.models import Animal
from stream.cameras.models import Camera
from stream.cameras.service import shows
from stream.detections.queries import detected
from stream.ingest.models import Publisher
from stream.recordings.ffmpeg import Video
from stream.recordings.models import Recording, Shown
from stream.recordings.spool import SpoolFile
from stream.settings import Settings

MOST_ANIMALS = 2_000
"""Animals that one recording names; no pen has so many."""

MOST = 200
"""Recordings that one run looks at."""


def recording(part: SpoolFile, of: Publisher, camera: Camera, video: Video, size: int) -> Recording:
    """What is indexed of a part that was made into a video."""
    begin = part.started_at
    end = begin + timedelta(milliseconds=video.duration_ms)
    return Recording(
        id=new_id(),
        session_id=part.session_id,
        began=part.began,
        camera_id=camera.id,
        device_id=of.device_id,
        farm_id=of.farm_id,
        started_at=begin,
        ended_at=end,
        during=Range(begin, end + timedelta(seconds=1)),
        duration_ms=video.duration_ms,
        size=size,
        codec=video.codec,
        width=video.width,
        height=video.height,
        recording_class="continuous",
        is_held=False,
    )


async def is_stored(db: UnitOfWork, part: SpoolFile) -> bool:
    """Whether a part was indexed already; it may have been removed since."""
    same = Recording.session_id == part.session_id, Recording.began == part.began
    return bool(await db.scalar(select(exists().where(*same))))


async def store(db: UnitOfWork, new: Recording) -> None:
    """Indexes a recording with the animals that it shows, as far as they are known now."""
    new.stored_at = clock.now()
    db.add(new)
    await db.flush()
    await _show(db, new, await _assigned(db, new), detected=False)
    livestock_ids = await judge(db, new)
    emit(
        db,
        RecordingStored(
            recording_id=new.id,
            camera_id=new.camera_id,
            device_id=new.device_id,
            farm_id=new.farm_id,
            started_at=new.started_at,
            ended_at=new.ended_at,
            recording_class=new.recording_class,
            size=new.size,
            livestock_ids=tuple(livestock_ids),
        ),
    )


async def judge(db: UnitOfWork, of: Recording) -> Sequence[UUID]:
    """Adds the animals that were detected in a recording, by which it may be kept longer. Returns them.

    Once detections have had time to come, it counts as judged.
    """
    settings = db.settings(Settings)
    margin = settings.recording_margin
    found = (await detected(db, of.camera_id, of.started_at - margin, of.ended_at + margin))[:MOST_ANIMALS]
    await _show(db, of, found, detected=True)
    if found:
        of.recording_class = "detections"
    if of.ended_at + settings.recording_wait <= clock.now():
        of.judged_at = clock.now()
    return found


@every(seconds=15)
async def judge_recordings(db: UnitOfWork) -> int:
    """Looks at recordings whose detections have had time to come."""
    ripe = Recording.judged_at.is_(None), Recording.ended_at <= clock.now() - db.settings(Settings).recording_wait
    waiting = select(Recording).where(*ripe).order_by(Recording.ended_at).limit(MOST)
    found = (await db.scalars(waiting.with_for_update(skip_locked=True))).all()
    for each in found:
        await judge(db, each)
    return len(found)


async def _assigned(db: UnitOfWork, of: Recording) -> Sequence[UUID]:
    """The animals that its camera is to show now; none if that has left the farm since."""
    here = Camera.id == of.camera_id, Camera.farm_id == of.farm_id, Animal.gone.is_(None)
    query = select(Animal.id).join(Camera, shows()).where(*here)
    return (await db.scalars(query.order_by(Animal.id).limit(MOST_ANIMALS))).all()


async def _show(db: UnitOfWork, of: Recording, livestock_ids: Sequence[UUID], *, detected: bool) -> None:
    if not livestock_ids:
        return
    rows = insert(Shown).values(
        [{"recording_id": of.id, "livestock_id": id, "detected": detected} for id in livestock_ids]
    )
    key = ["recording_id", "livestock_id"]
    better = rows.on_conflict_do_update(index_elements=key, set_={"detected": True})
    await db.execute(better if detected else rows.on_conflict_do_nothing())
