"""Takes snapshots, lists them, and opens the links to them.

To take one: check who asks; fetch the newest segment of a camera that is live; let ffmpeg make a picture of its key
frame; plan the erasure of the picture and commit; put it; check again and keep it. Few are taken at once.
"""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import datetime, timedelta
from uuid import UUID

from fastapi import Response
from sqlalchemy import ColumnElement, Select, delete, func, select
from sqlalchemy.dialects.postgresql import Range

from amigok_chassis import clock, files
from amigok_chassis.auth import Principal
from amigok_chassis.context import Context
from amigok_chassis.errors import Unavailable
from amigok_chassis.ids import new_id
from amigok_chassis.outbox import emit
from amigok_chassis.pagination import Page, Paging, paginate
from amigok_chassis.service import every
from amigok_chassis.unit_of_work import UnitOfWork
from amigok_contracts.stream_recordings import SnapshotTaken
from amigok_herd import LivestockNotFound
from stream import links
from stream.access.service import Viewing, require_footage
from stream.cameras.service import cameras_of
from stream.ingest.models import Publisher
from stream.playback.service import require_live
from stream.recordings import ffmpeg
from stream.recordings.service import link, viewer_of
from stream.releases import service as releases
from stream.releases.models import Release
from stream.settings import Settings
from stream.snapshots import live
from stream.snapshots.errors import CameraOffline, NoCamera, SnapshotNotFound, TooBusy
from stream.snapshots.models import Snapshot
from stream.snapshots.schemas import SnapshotOut

PURPOSE = "snapshot file"

AGAIN = timedelta(seconds=5)
"""Whoever asks so soon after a snapshot of the animal is given that one."""

UPLOADING = timedelta(minutes=10)

MOST = 500
"""Snapshots that one run removes."""


async def take(context: Context, viewer: Principal, livestock_id: UUID) -> SnapshotOut:
    """Takes a picture of what a camera that shows the animal shows now, or returns one of a moment ago.

    Raises LivestockNotFound, LiveNotYours, NoCamera, CameraOffline, TooBusy, Unavailable.
    """
    async with context.db.reader() as db:
        viewing = await require_live(db, viewer, livestock_id)
        if known := await _recent(db, viewing):
            return _shown(db, known, viewer)
        session = await _session(db, livestock_id)
    async with _slot(context):
        picture, segment = await _picture(context, session.id)
    new = Snapshot(
        id=new_id(),
        livestock_id=livestock_id,
        camera_id=session.camera_id,
        farm_id=session.farm_id,
        requested_by=viewer.id,
        taken_at=segment.began_at,
        size=len(picture),
    )
    return await _kept(context, viewer, new, picture)


async def listed(db: UnitOfWork, viewer: Principal, livestock_id: UUID, paging: Paging) -> Page[SnapshotOut]:
    """The snapshots of an animal that somebody may see, newest first. Raises LivestockNotFound."""
    viewing = await require_footage(db, viewer, livestock_id)
    key = [Snapshot.taken_at, Snapshot.id]
    rows, following = await paginate(db, _seen(viewing), paging, key=key)
    return Page(items=[_shown(db, each, viewer) for each in rows], next_cursor=following)


async def release(db: UnitOfWork, viewer: Principal, snapshot_id: UUID) -> Release:
    """Lets buyers see a snapshot while its animal is for sale.

    Raises AccountInactive, SnapshotNotFound, LivestockNotFound, NotYourTime, TooManyReleases.
    """
    livestock_id = await db.scalar(select(Snapshot.livestock_id).where(Snapshot.id == snapshot_id))
    snapshot = await _seen_by(db, viewer, snapshot_id, livestock_id)
    during = Range(snapshot.taken_at, snapshot.taken_at + timedelta(microseconds=1))
    return await releases.release(db, snapshot.livestock_id, during, snapshot.camera_id, by=viewer.id)


async def file(context: Context, token: str) -> Response:
    """The picture that a link leads to. Raises LinkInvalid, LinkExpired, SnapshotNotFound, Unavailable."""
    claims = links.read(context.db.data_key, PURPOSE, token)
    async with context.db.reader() as db:
        snapshot = await _seen_by(db, viewer_of(claims), UUID(claims["id"]), UUID(claims["animal"]))
    picture = await context.storage.get(snapshot.key)
    return Response(picture, media_type="image/jpeg", headers=links.FILE_HEADERS)


@every(seconds=60)
async def remove_snapshots(db: UnitOfWork) -> int:
    """Removes snapshots whose time is over, the oldest first."""
    over = Snapshot.taken_at < clock.now() - db.settings(Settings).snapshot_keep
    old = select(Snapshot).where(over).order_by(Snapshot.taken_at).limit(MOST)
    found = (await db.scalars(old.with_for_update(skip_locked=True))).all()
    await files.erase(db, *(each.key for each in found))
    await db.execute(delete(Snapshot).where(Snapshot.id.in_([each.id for each in found])))
    return len(found)


async def _seen_by(db: UnitOfWork, viewer: Principal, snapshot_id: UUID, livestock_id: UUID | None) -> Snapshot:
    """A snapshot of this animal that somebody may see. Raises SnapshotNotFound."""
    if livestock_id is None:
        raise SnapshotNotFound
    try:
        viewing = await require_footage(db, viewer, livestock_id)
    except LivestockNotFound as error:
        raise SnapshotNotFound from error
    found: Snapshot | None = await db.scalar(_seen(viewing).where(Snapshot.id == snapshot_id))
    if found is None:
        raise SnapshotNotFound
    return found


async def _recent(db: UnitOfWork, viewing: Viewing) -> Snapshot | None:
    since = Snapshot.taken_at > clock.now() - AGAIN
    found: Snapshot | None = await db.scalar(_seen(viewing).where(since).order_by(Snapshot.taken_at.desc()).limit(1))
    return found


async def _session(db: UnitOfWork, livestock_id: UUID) -> Publisher:
    """The session of a camera that shows the animal now. Raises NoCamera, CameraOffline."""
    cameras = await _cameras(db, livestock_id)
    if not cameras:
        raise NoCamera
    going = Publisher.camera_id.in_(cameras), Publisher.state == "live"
    session = await db.scalar(select(Publisher).where(*going).order_by(Publisher.camera_id).limit(1))
    if session is None:
        raise CameraOffline
    return session


async def _cameras(db: UnitOfWork, livestock_id: UUID) -> list[UUID]:
    """The cameras that show the animal now."""
    return [camera.id for camera in await cameras_of(db, livestock_id)]


async def _picture(context: Context, session_id: UUID) -> tuple[bytes, live.Segment]:
    seconds = context.settings(Settings).snapshot_limit.total_seconds()
    segment = await live.newest(context, session_id)
    if segment is None:
        raise CameraOffline
    try:
        return await ffmpeg.picture(segment.content, seconds=seconds), segment
    except ffmpeg.Failed as error:
        raise CameraOffline("The camera sends no picture that can be read.") from error
    except ffmpeg.TookTooLong as error:
        raise TooBusy from error


def _slots(context: Context) -> asyncio.Semaphore:
    return asyncio.Semaphore(context.settings(Settings).snapshots_at_once)


@asynccontextmanager
async def _slot(context: Context) -> AsyncIterator[None]:
    slots = context.once(_slots)
    if slots.locked():
        raise TooBusy
    async with slots:
        yield


async def _kept(context: Context, viewer: Principal, new: Snapshot, picture: bytes) -> SnapshotOut:
    """Stores a snapshot, if whoever asked may still see it and its camera still shows the animal."""
    async with context.db.unit_of_work() as db:
        await files.erase(db, new.key, at=clock.now() + UPLOADING)
    await context.storage.put(new.key, picture)
    async with context.db.unit_of_work() as db:
        if not (await require_live(db, viewer, new.livestock_id)).includes(new.taken_at):
            raise CameraOffline("The camera has sent nothing yet since the animal is yours.")
        if new.camera_id not in await _cameras(db, new.livestock_id):
            raise CameraOffline("The animal has just moved; try again.")
        if not await files.keep(db, new.key):
            raise Unavailable("It took too long; try again.")
        db.add(new)
        emit(db, _taken(new))
        return _shown(db, new, viewer)


def _taken(new: Snapshot) -> SnapshotTaken:
    return SnapshotTaken(
        snapshot_id=new.id,
        livestock_id=new.livestock_id,
        camera_id=new.camera_id,
        requested_by=new.requested_by,
        taken_at=new.taken_at,
    )


def _seen(viewing: Viewing) -> Select[Snapshot]:
    """The snapshots of an animal within what somebody may see."""
    moment: ColumnElement[Range[datetime]] = func.tstzrange(Snapshot.taken_at, Snapshot.taken_at, "[]")
    of_animal = Snapshot.livestock_id == viewing.livestock_id
    return select(Snapshot).where(of_animal, viewing.covers(moment, Snapshot.camera_id, Snapshot.farm_id))


def _shown(db: UnitOfWork, each: Snapshot, viewer: Principal) -> SnapshotOut:
    token, expires_at = link(db, PURPOSE, each.id, viewer, each.livestock_id)
    return SnapshotOut(
        id=each.id,
        livestock_id=each.livestock_id,
        camera_id=each.camera_id,
        taken_at=each.taken_at,
        size=each.size,
        url=f"/api/v1/streams/snapshots/file.jpg?link={token}",
        expires_at=expires_at,
    )
