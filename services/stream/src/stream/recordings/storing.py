"""Stores the finished parts of the spool as recordings.

For each part: lease it; decide by the camera's rule; make the MP4 file and the thumbnail; plan their erasure and
commit; put both into the storage; in one transaction keep them, index the recording and end the lease; remove the
part. A crash between any two of these loses nothing: the lease ends, and another attempt finds what is done. What was
put and not indexed is erased as planned. A recording is indexed once for a session and the time that its part began.
"""

import asyncio
import shutil
from datetime import timedelta
from pathlib import Path

import structlog

from amigok_chassis import clock, files, metrics
from amigok_chassis.context import Context
from amigok_chassis.errors import DomainError, Unavailable
from amigok_chassis.service import task
from stream.cameras.models import Camera
from stream.detections.queries import detected
from stream.ingest.models import Publisher
from stream.recordings import claims, ffmpeg, flv, indexing, spool
from stream.recordings.models import Reason, Recording
from stream.recordings.sessions import ended, session
from stream.recordings.spool import SpoolFile
from stream.settings import Settings

log = structlog.get_logger()

UPLOADING = timedelta(hours=1)
"""How long putting the files may take before they are erased."""

PAUSE = timedelta(seconds=30)
"""Before a part that could not be stored is tried again."""

MOST_ATTEMPTS = 3
"""So often ffmpeg may be ended for taking too long with a part."""

STRANGE = timedelta(minutes=10)
"""After so long a part is set aside whose session nobody knows."""

_SMALLEST = 14
"""Bytes of an FLV file with nothing in it, and one."""


@task(seconds=5)
async def store_parts(context: Context) -> None:
    """Stores what is finished in the spool of this worker, one part after the other."""
    settings = context.settings(Settings)
    if not settings.spool.is_dir():
        return
    await asyncio.to_thread(spool.tidy, settings.spool, aside=settings.recording_aside)
    for part in await _finished(context, settings.spool):
        await attempt(context, part)


async def attempt(context: Context, part: SpoolFile) -> None:
    """Stores a part if no other worker does. What fails is said and tried later; it keeps no other part waiting."""
    lease = await claims.take(context.db, part)
    if lease is None:
        return
    try:
        async with claims.renewed(context.db, part):
            await _work(context, part, *lease)
    except Exception as error:
        code = error.code if isinstance(error, DomainError) else type(error).__name__
        log.warning("recording.postponed", session_id=str(part.session_id), began=part.began, error=code)
        if not isinstance(error, DomainError):
            metrics.JOB_FAILURES.labels("store_parts").inc()
        await claims.postpone(context.db, part, PAUSE)


async def _finished(context: Context, folder: Path) -> list[SpoolFile]:
    found = await asyncio.to_thread(spool.parts, folder)
    async with context.db.reader() as db:
        over = await ended(db, {part.session_id for part in found})
    return spool.finished(found, over)


async def _work(context: Context, part: SpoolFile, attempts: int, reason: Reason | None) -> None:
    if reason is not None:
        return await claims.set_aside(context, part, reason)
    async with context.db.reader() as db:
        of = await session(db, part.session_id)
        camera = None if of is None else await db.get(Camera, of.camera_id)
        is_stored = await indexing.is_stored(db, part)
    if is_stored or not part.path.exists() or (camera is not None and camera.recording == "off"):
        return await _discard(context, part)
    if of is None or camera is None:
        return await _wonder(context, part)
    return await _by_rule(context, part, of, camera, attempts)


async def _by_rule(context: Context, part: SpoolFile, of: Publisher, camera: Camera, attempts: int) -> None:
    """Waits for late detections where they decide, and leaves out what shows nothing."""
    settings = context.settings(Settings)
    if camera.recording == "detections":
        left = part.ended_at + settings.recording_wait - clock.now()
        if left > timedelta():
            return await claims.postpone(context.db, part, left)
        margin = settings.recording_margin
        async with context.db.reader() as db:
            if not await detected(db, camera.id, part.started_at - margin, part.ended_at + margin):
                return await _discard(context, part)
    return await _store(context, part, of, camera, attempts)


async def _store(context: Context, part: SpoolFile, of: Publisher, camera: Camera, attempts: int) -> None:
    if part.size < _SMALLEST:
        return await claims.set_aside(context, part, "empty")
    if await asyncio.to_thread(flv.is_bare, part.path):
        return await _discard(context, part)
    place = await asyncio.to_thread(spool.making, context.settings(Settings).spool, part)
    try:
        video = await _make(context, part, place)
        await _keep(context, part, place, indexing.recording(part, of, camera, video, _size(place)))
    except ffmpeg.Failed:
        await _blame(context, part)
    except ffmpeg.TookTooLong:
        await _give_time(context, part, attempts)
    finally:
        await asyncio.to_thread(shutil.rmtree, place, ignore_errors=True)
    return None


async def _make(context: Context, part: SpoolFile, place: Path) -> ffmpeg.Video:
    """Makes the video and its thumbnail. Raises ffmpeg's failures."""
    seconds = context.settings(Settings).recording_limit.total_seconds()
    await ffmpeg.remux(part.path, place / "video", seconds=seconds)
    video = await ffmpeg.probe(place / "video", seconds=seconds)
    await ffmpeg.thumbnail(place / "video", place / "thumbnail", seconds=seconds)
    return video


async def _keep(context: Context, part: SpoolFile, place: Path, new: Recording) -> None:
    """Puts what was made into the storage and indexes it. Raises Unavailable."""
    async with context.db.unit_of_work() as db:
        await files.erase(db, new.key, new.thumbnail, at=clock.now() + UPLOADING)
    await context.storage.put_file(new.key, place / "video")
    await context.storage.put_file(new.thumbnail, place / "thumbnail")
    async with context.db.unit_of_work() as db:
        await indexing.store(db, new)
        if not all([await files.keep(db, key) for key in (new.key, new.thumbnail)]):
            raise Unavailable("The upload took too long; it is tried again.")
        await claims.done(db, part.session_id, part.began)
    await asyncio.to_thread(part.path.unlink, missing_ok=True)


async def _blame(context: Context, part: SpoolFile) -> None:
    """Where there was room for what ffmpeg makes, the part is to blame. Raises Unavailable."""
    if shutil.disk_usage(part.path.parent).free < part.size + 1_000_000:
        raise Unavailable("The disk of the spool is full.")
    await claims.set_aside(context, part, "corrupt")


async def _give_time(context: Context, part: SpoolFile, attempts: int) -> None:
    if attempts + 1 >= MOST_ATTEMPTS:
        await claims.set_aside(context, part, "took_too_long")
    else:
        await claims.postpone(context.db, part, PAUSE, failed=True)


async def _wonder(context: Context, part: SpoolFile) -> None:
    """The session may not be committed yet; nobody records for ten minutes without one."""
    if part.age >= STRANGE:
        await claims.set_aside(context, part, "unknown_session")
    else:
        await claims.postpone(context.db, part, PAUSE)


async def _discard(context: Context, part: SpoolFile) -> None:
    """Removes a part that is stored already, is not to be, or has nothing in it."""
    await asyncio.to_thread(part.path.unlink, missing_ok=True)
    async with context.db.unit_of_work() as db:
        await claims.done(db, part.session_id, part.began)


def _size(place: Path) -> int:
    return (place / "video").stat().st_size
