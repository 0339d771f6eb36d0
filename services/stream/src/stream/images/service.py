"""Pictures of detections: announced with them, sent to a short link, seen by whoever may see the detection.

To store one: read the link; remove metadata, in a thread; plan to erase the picture and commit; put it into the
storage; say that it is here and keep it. After a crash in between it is erased as planned and can be sent again.
"""

import asyncio
from collections.abc import Iterable, Mapping
from datetime import datetime, timedelta
from uuid import UUID

from sqlalchemy import delete, exists, select, tuple_
from sqlalchemy.dialects.postgresql import insert

from amigok_chassis import clock, files
from amigok_chassis.auth import Principal
from amigok_chassis.context import Context
from amigok_chassis.errors import Unavailable
from amigok_chassis.ids import new_id
from amigok_chassis.pictures import without_metadata
from amigok_chassis.unit_of_work import UnitOfWork
from amigok_chassis.uploads import PHOTOS, media_type
from stream.devices.models import Device
from stream.images import links
from stream.images.errors import ImageNotFound, ImageStored
from stream.images.links import View
from stream.images.models import DetectionImage
from stream.settings import Settings

UPLOADING = timedelta(minutes=10)
"""How long an upload may take before its picture is erased."""
AT_ONCE = 1_000
"""Pictures that one run of the job erases."""


async def announce(db: UnitOfWork, device_id: UUID, wanted: Mapping[UUID, datetime]) -> None:
    """Expects pictures of these events of a device; the times are those of their detections."""
    if wanted:
        rows = [{"device_id": device_id, "event_id": event, "detected_at": at} for event, at in wanted.items()]
        await db.execute(insert(DetectionImage).values(rows).on_conflict_do_nothing())


async def upload_paths(db: UnitOfWork, device_id: UUID, events: Iterable[UUID]) -> dict[UUID, str]:
    """Where a device puts the pictures of these events that were announced and are not here yet."""
    if not (asked := list(events)):
        return {}
    mine = DetectionImage.device_id == device_id, DetectionImage.event_id.in_(asked)
    missing = await db.scalars(select(DetectionImage.event_id).where(*mine, DetectionImage.stored_at.is_(None)))
    lifetime = db.settings(Settings).detection_image_link
    return {event: links.upload_path(db.data_key, device_id, event, lifetime) for event in missing}


async def view_paths(
    db: UnitOfWork, events: Iterable[tuple[UUID, UUID]], *, viewer: Principal, livestock_id: UUID
) -> dict[tuple[UUID, UUID], str]:
    """Where who sees these detections of an animal, by device and event, gets the pictures that are here."""
    asked = list(events)
    key = tuple_(DetectionImage.device_id, DetectionImage.event_id)
    stored = select(DetectionImage.device_id, DetectionImage.event_id)
    found = await db.execute(stored.where(key.in_(asked), DetectionImage.stored_at.is_not(None)))
    lifetime = db.settings(Settings).detection_image_link
    return {
        (device_id, event_id): links.view_path(db.data_key, View(device_id, event_id, livestock_id, viewer), lifetime)
        for device_id, event_id in found
    }


async def require_missing(context: Context, token: str) -> tuple[UUID, UUID]:
    """The detection whose picture may be sent now. Raises LinkInvalid, LinkExpired, ImageNotFound, ImageStored."""
    device_id, event_id = links.read_upload(context.db.data_key, token)
    async with context.db.reader() as db:
        await _missing(db, device_id, event_id)
    return device_id, event_id


async def store(context: Context, device_id: UUID, event_id: UUID, picture: bytes) -> None:
    """Keeps the picture of a detection without its metadata, once.

    Raises UnsupportedFile, BrokenPicture, TooManyPixels, ImageNotFound, ImageStored, Unavailable.
    """
    kind, cleaned = await asyncio.to_thread(_cleaned, picture)
    key = f"detections/{device_id}/{event_id}/{new_id()}"
    async with context.db.unit_of_work() as db:
        await files.erase(db, key, at=clock.now() + UPLOADING)
    await context.storage.put(key, cleaned)
    async with context.db.unit_of_work() as db:
        image = await _missing(db, device_id, event_id, lock=True)
        if not await files.keep(db, key):
            raise Unavailable("The upload took too long; send it again.")
        image.key, image.media_type, image.size, image.stored_at = key, kind, len(cleaned), clock.now()


async def stored(db: UnitOfWork, device_id: UUID, event_id: UUID) -> DetectionImage:
    """The picture of a detection that is here. Raises ImageNotFound."""
    image = await db.get(DetectionImage, (device_id, event_id))
    if image is None or image.stored_at is None:
        raise ImageNotFound
    return image


async def erase_before(db: UnitOfWork, before: datetime) -> int:
    """Erases some pictures of detections that were made before a time. Returns how many."""
    old = select(DetectionImage.device_id, DetectionImage.event_id).where(DetectionImage.detected_at < before)
    some = old.order_by(DetectionImage.detected_at).limit(AT_ONCE).subquery()
    gone = delete(DetectionImage).where(
        DetectionImage.device_id == some.c.device_id, DetectionImage.event_id == some.c.event_id
    )
    keys = (await db.scalars(gone.returning(DetectionImage.key))).all()
    await files.erase(db, *(key for key in keys if key))
    return len(keys)


def _cleaned(picture: bytes) -> tuple[str, bytes]:
    return media_type(picture, PHOTOS), without_metadata(picture)


async def _missing(db: UnitOfWork, device_id: UUID, event_id: UUID, *, lock: bool = False) -> DetectionImage:
    image = await db.get(DetectionImage, (device_id, event_id), with_for_update=lock or None)
    good = exists().where(Device.id == device_id, Device.revoked_at.is_(None))
    if image is None or not await db.scalar(select(good)):
        raise ImageNotFound
    if image.stored_at is not None:
        raise ImageStored
    return image
