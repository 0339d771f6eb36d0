"""Sessions of cameras: offered to a device, begun with a key, ended for whatever reason."""

from datetime import datetime
from typing import Literal
from uuid import UUID

from sqlalchemy import delete, select

from amigok_chassis import clock
from amigok_chassis.outbox import emit
from amigok_chassis.unit_of_work import UnitOfWork
from amigok_contracts.stream_video import VideoEnded, VideoStarted
from stream.cameras.errors import CameraNotFound
from stream.cameras.models import Camera
from stream.devices.login import DevicePrincipal
from stream.devices.models import Device
from stream.ingest.errors import KeyRefused
from stream.ingest.keys import digest, new_key
from stream.ingest.models import Publisher
from stream.ingest.schemas import StreamOffer
from stream.revocations.service import moment
from stream.settings import Settings

Reason = Literal["stopped", "done", "replaced", "revoked", "silent"]


async def offer(db: UnitOfWork, device: DevicePrincipal, camera_id: UUID) -> StreamOffer:
    """Gives a device a key for a session of its camera. It takes the place of a key that was not used yet.

    Raises CameraNotFound, also where the camera is out of use.
    """
    known = await moment(db)
    camera = await _usable(db, camera_id)
    if camera is None or camera.device_id != device.id:
        raise CameraNotFound
    await _end_in_state(db, camera_id, "offered", "replaced")
    settings, key, now = db.settings(Settings), new_key(), clock.now()
    session = Publisher(
        camera_id=camera_id,
        device_id=device.id,
        farm_id=camera.farm_id,
        state="offered",
        key_digest=digest(key),
        moment=known,
        offered_at=now,
        expires_at=now + settings.stream_key_lifetime,
    )
    db.add(session)
    await db.flush()
    return StreamOffer(
        session_id=session.id,
        camera_id=camera_id,
        rtmp_url=settings.rtmp_url,
        stream_key=key,
        expires_at=session.expires_at,
    )


async def begin(db: UnitOfWork, key: str) -> Publisher:
    """Takes a key: its session is live, and one that the camera still had has ended. Raises KeyRefused."""
    mine = Publisher.key_digest == digest(key), Publisher.state == "offered"
    camera_id = await db.scalar(select(Publisher.camera_id).where(*mine))
    camera = None if camera_id is None else await _usable(db, camera_id)
    session = await db.scalar(select(Publisher).where(*mine).with_for_update())
    now = clock.now()
    if camera is None or session is None or session.expires_at <= now or session.device_id != camera.device_id:
        raise KeyRefused
    await _end_in_state(db, camera.id, "live", "replaced")
    session.state, session.started_at, session.heard_at = "live", now, now
    emit(db, VideoStarted(**_named(session), started_at=now))
    return session


async def stop(db: UnitOfWork, device: DevicePrincipal, camera_id: UUID) -> int:
    """Ends whatever session the device's camera has, also one that has not begun. Returns how many.

    Raises CameraNotFound.
    """
    camera = await db.scalar(select(Camera).where(Camera.id == camera_id).with_for_update(key_share=True))
    if camera is None or camera.device_id != device.id:
        raise CameraNotFound
    ended = [await _end_in_state(db, camera_id, state, "stopped") for state in ("offered", "live")]
    return sum(ended)


async def end(db: UnitOfWork, key_digest: bytes, reason: Reason) -> None:
    """Ends the live session with this key, if there is one."""
    live = Publisher.key_digest == key_digest, Publisher.state == "live"
    session = await db.scalar(select(Publisher).where(*live).with_for_update())
    if session is not None:
        _ended(db, session, reason)


async def end_silent(db: UnitOfWork) -> None:
    """Ends sessions of which nothing is heard any more, and removes keys that were never used."""
    now = clock.now()
    gone = Publisher.state == "live", Publisher.heard_at < now - db.settings(Settings).publisher_silence
    silent = select(Publisher).where(*gone).order_by(Publisher.id).limit(500).with_for_update(skip_locked=True)
    for session in await db.scalars(silent):
        _ended(db, session, "silent")
    await db.execute(delete(Publisher).where(Publisher.started_at.is_(None), Publisher.expires_at < now))


async def _usable(db: UnitOfWork, camera_id: UUID) -> Camera | None:
    """The camera, locked, if it and its device are in use."""
    mine = select(Camera).join(Device, Device.id == Camera.device_id)
    usable = mine.where(Camera.id == camera_id, Camera.is_active, Device.revoked_at.is_(None))
    found: Camera | None = await db.scalar(usable.with_for_update(key_share=True, of=Camera))
    return found


async def _end_in_state(db: UnitOfWork, camera_id: UUID, state: str, reason: Reason) -> int:
    theirs = select(Publisher).where(Publisher.camera_id == camera_id, Publisher.state == state)
    session = await db.scalar(theirs.with_for_update())
    if session is not None:
        _ended(db, session, reason)
        await db.flush()
    return int(session is not None)


def _ended(db: UnitOfWork, session: Publisher, reason: Reason) -> None:
    was_live, now = session.state == "live", clock.now()
    session.state, session.ended_at, session.end_reason = "ended", now, reason
    if was_live:
        emit(db, VideoEnded(**_named(session), started_at=_start(session), ended_at=now, reason=reason))


def _start(session: Publisher) -> datetime:
    assert session.started_at is not None
    return session.started_at


def _named(session: Publisher) -> dict[str, UUID]:
    return {
        "session_id": session.id,
        "camera_id": session.camera_id,
        "device_id": session.device_id,
        "farm_id": session.farm_id,
    }
