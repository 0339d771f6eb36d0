"""Photos of entries: their owners add them until the contest ends; then they are frozen, and the judges see them.

The farm's own photos of an animal are not used: their paths name the animal, and they may be removed at any time.

To add one: check who asks; remove metadata, in a thread; plan to erase the picture and commit; put it into the storage;
store the row and keep the picture. After a crash in between, the picture is erased as planned.
"""

import asyncio
from collections.abc import Sequence
from datetime import timedelta
from hashlib import sha256
from uuid import UUID

from sqlalchemy import func, select

from amigok_chassis import clock, files
from amigok_chassis.db import Database
from amigok_chassis.errors import Unavailable
from amigok_chassis.ids import new_id
from amigok_chassis.pictures import without_metadata
from amigok_chassis.storage import Storage
from amigok_chassis.unit_of_work import UnitOfWork
from amigok_chassis.uploads import PHOTOS, media_type
from game.contests.models import Contest
from game.entries.errors import EntryNotFound
from game.entries.machine import LIVE
from game.entries.models import Entry
from game.pictures.errors import NoPhotos, PhotoNotFound, PhotosFrozen, TooManyPhotos
from game.pictures.models import Photo
from game.pictures.schemas import EntryPhotoOut, EntryPhotosOut

MOST = 5
"""The most photos that an entry may have."""

UPLOADING = timedelta(minutes=10)
"""How long an upload may take before its picture is erased."""


async def add(db: Database, storage: Storage, entry_id: UUID, picture: bytes, *, by: UUID) -> EntryPhotoOut:
    """Adds a JPEG or PNG picture without its metadata.

    The file is not read for people who may not add it. Raises EntryNotFound, NoPhotos, PhotosFrozen, TooManyPhotos,
    UnsupportedFile, BrokenPicture, TooManyPixels, Unavailable.
    """
    async with db.unit_of_work() as session:
        await _admit(session, entry_id, by=by)
    kind, picture = await asyncio.to_thread(_cleaned, picture)
    digest = sha256(picture).hexdigest()
    photo = Photo(id=new_id(), entry_id=entry_id, media_type=kind, size=len(picture), digest=digest)
    async with db.unit_of_work() as session:
        await files.erase(session, photo.key, at=clock.now() + UPLOADING)
    await storage.put(photo.key, picture)
    async with db.unit_of_work() as session:
        return await _show(session, photo, by=by)


async def remove(db: UnitOfWork, entry_id: UUID, photo_id: UUID, *, by: UUID) -> None:
    """Removes a photo. Raises EntryNotFound, NoPhotos, PhotosFrozen, PhotoNotFound."""
    await _changeable(db, entry_id, by=by)
    photo = await find(db, entry_id, photo_id)
    await db.delete(photo)
    await files.erase(db, photo.key)


async def forget(db: UnitOfWork, user_id: UUID) -> None:
    """Erases the photos of all entries of a user, of whom none takes part any more. Results keep their digests."""
    theirs = select(Photo).join(Entry, Entry.id == Photo.entry_id).where(Entry.owner_id == user_id)
    for photo in (await db.scalars(theirs)).all():
        await db.delete(photo)
        await files.erase(db, photo.key)


async def of_owner(db: UnitOfWork, entry_id: UUID, *, by: UUID) -> EntryPhotosOut:
    """Returns the photos of somebody's entry. Raises EntryNotFound."""
    await _own(db, entry_id, by=by)
    return EntryPhotosOut(items=[EntryPhotoOut.model_validate(photo) for photo in await of_entry(db, entry_id)])


async def own_photo(db: UnitOfWork, entry_id: UUID, photo_id: UUID, *, by: UUID) -> Photo:
    """Returns a photo of somebody's entry. Raises EntryNotFound, PhotoNotFound."""
    await _own(db, entry_id, by=by)
    return await find(db, entry_id, photo_id)


async def of_entry(db: UnitOfWork, entry_id: UUID) -> Sequence[Photo]:
    """Returns an entry's photos, oldest first."""
    return (await db.scalars(select(Photo).where(Photo.entry_id == entry_id).order_by(Photo.id))).all()


async def find(db: UnitOfWork, entry_id: UUID, photo_id: UUID) -> Photo:
    """Returns a photo of an entry. Raises PhotoNotFound."""
    photo = await db.get(Photo, photo_id)
    if photo is None or photo.entry_id != entry_id:
        raise PhotoNotFound
    return photo


def _cleaned(picture: bytes) -> tuple[str, bytes]:
    return media_type(picture, PHOTOS), without_metadata(picture)


async def _show(db: UnitOfWork, photo: Photo, *, by: UUID) -> EntryPhotoOut:
    await _admit(db, photo.entry_id, by=by)
    if not await files.keep(db, photo.key):
        raise Unavailable("The upload took too long; send it again.")
    photo.added_at = clock.now()
    db.add(photo)
    return EntryPhotoOut.model_validate(photo)


async def _admit(db: UnitOfWork, entry_id: UUID, *, by: UUID) -> None:
    """Raises EntryNotFound, NoPhotos, PhotosFrozen, TooManyPhotos."""
    await _changeable(db, entry_id, by=by)
    count = await db.scalar(select(func.count()).where(Photo.entry_id == entry_id))
    if (count or 0) >= MOST:
        raise TooManyPhotos


async def _changeable(db: UnitOfWork, entry_id: UUID, *, by: UUID) -> None:
    """Locks the contest against its end. Raises EntryNotFound, NoPhotos, PhotosFrozen."""
    entry = await _own(db, entry_id, by=by)
    contest = await db.get_one(Contest, entry.contest_id, with_for_update={"read": True}, populate_existing=True)
    if contest.type != "beauty":
        raise NoPhotos
    is_over = contest.state not in ("registration_open", "active") or contest.counts_until <= clock.now()
    if is_over or entry.state not in LIVE:
        raise PhotosFrozen


async def _own(db: UnitOfWork, entry_id: UUID, *, by: UUID) -> Entry:
    """Returns somebody's entry. Raises EntryNotFound, also for an entry of somebody else."""
    entry = await db.get(Entry, entry_id)
    if entry is None or entry.owner_id != by:
        raise EntryNotFound
    return entry
