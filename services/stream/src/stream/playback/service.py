"""Who may see an animal live, and by which link."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from sqlalchemy import select

from amigok_chassis.auth import Principal
from amigok_chassis.unit_of_work import UnitOfWork
from stream.access.service import Viewing, require_viewing
from stream.cameras.models import Camera
from stream.cameras.service import cameras_of
from stream.ingest.models import Publisher
from stream.links import lasts
from stream.playback import grants
from stream.playback.errors import CameraElsewhere, LiveNotYours
from stream.playback.schemas import PlaybackLink, StreamOut, StreamsOut
from stream.revocations.service import moment
from stream.settings import Settings


async def streams_of(db: UnitOfWork, viewer: Principal, livestock_id: UUID) -> StreamsOut:
    """The cameras that show an animal. Raises LivestockNotFound; LiveNotYours."""
    viewing, cameras = await require_live(db, viewer, livestock_id), await cameras_of(db, livestock_id)
    live = await _live(db, cameras)
    streams = [
        StreamOut(
            camera_id=camera.id,
            name=camera.name,
            location=camera.location,
            live=camera.id in live,
            live_since=live.get(camera.id),
            token_url=f"/api/v1/streams/livestock/{livestock_id}/token?camera_id={camera.id}",
        )
        for camera in cameras
    ]
    return StreamsOut(livestock_id=livestock_id, basis=viewing.basis, streams=streams)


async def link_to(
    db: UnitOfWork, viewer: Principal, livestock_id: UUID, camera_id: UUID | None, *, public_url: str
) -> PlaybackLink:
    """A link to a camera that shows the animal: this one, else one that is live.

    Raises LivestockNotFound, LiveNotYours; CameraElsewhere where there is no such camera.
    """
    known = await moment(db)
    viewing, cameras = await require_live(db, viewer, livestock_id), await cameras_of(db, livestock_id)
    live = await _live(db, cameras)
    wanted = [camera for camera in cameras if camera_id in (None, camera.id)]
    if not wanted:
        raise CameraElsewhere
    camera = max(wanted, key=lambda camera: camera.id in live)
    expires_at = lasts(db.settings(Settings).playback_lifetime)
    token = grants.make(
        db.data_key,
        moment=known,
        user_id=viewer.id,
        livestock_id=livestock_id,
        camera_id=camera.id,
        basis=viewing.basis,
        expires_at=expires_at,
    )
    return PlaybackLink(
        livestock_id=livestock_id,
        camera_id=camera.id,
        live=camera.id in live,
        playlist_url=f"{public_url.rstrip('/')}/api/v1/streams/play/index.m3u8?link={token}",
        expires_at=expires_at,
    )


async def require_live(db: UnitOfWork, viewer: Principal, livestock_id: UUID) -> Viewing:
    """By which right somebody sees an animal live. Raises LivestockNotFound, LiveNotYours."""
    viewing = await require_viewing(db, viewer, livestock_id)
    if not viewing.live:
        raise LiveNotYours
    return viewing


async def _live(db: UnitOfWork, cameras: Sequence[Camera]) -> dict[UUID, datetime]:
    """Which of these are live, and since when."""
    ids = [camera.id for camera in cameras]
    live = select(Publisher.camera_id, Publisher.started_at).where(
        Publisher.camera_id.in_(ids), Publisher.state == "live"
    )
    return {camera_id: since for camera_id, since in await db.execute(live) if since is not None}
