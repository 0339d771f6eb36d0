"""Photos of animals.

To add one: check who asks; remove metadata, in a thread; plan to erase the picture and commit; put it into the storage;
store the row and keep the picture. After a crash in between, the picture is erased as planned. Rows change under the
lock of their animal, so that it has at most 20 photos, and one cover if it has any.
"""

import asyncio
from collections.abc import Sequence
from datetime import timedelta
from uuid import UUID

from sqlalchemy import func, select

from amigok_chassis import audit, clock, files
from amigok_chassis.auth import Principal
from amigok_chassis.db import Database
from amigok_chassis.errors import Unavailable
from amigok_chassis.ids import new_id
from amigok_chassis.outbox import emit
from amigok_chassis.pictures import without_metadata
from amigok_chassis.storage import Storage
from amigok_chassis.unit_of_work import UnitOfWork
from amigok_chassis.uploads import PHOTOS, media_type
from amigok_contracts.farm_listed import LivestockPhotosChanged
from farm.livestock.errors import LivestockGone
from farm.livestock.locks import get_animal, lock_animal
from farm.livestock.models import Livestock
from farm.photos.errors import PhotoNotFound, TooManyPhotos
from farm.photos.models import Photo
from farm.photos.schemas import PhotoOut, PhotosOut
from farm.staff import service as staff

MOST = 20
"""The most photos that an animal may have."""

UPLOADING = timedelta(minutes=10)
"""How long an upload may take before its picture is erased."""


async def add(db: Database, storage: Storage, livestock_id: UUID, picture: bytes, *, by: Principal) -> PhotoOut:
    """Adds a JPEG or PNG picture without its metadata. The first photo is the cover.

    The file is not read for people who may not add it. Raises LivestockNotFound, Forbidden, LivestockGone,
    TooManyPhotos, UnsupportedFile, BrokenPicture, TooManyPixels, Unavailable.
    """
    async with db.unit_of_work() as session:
        await admit(session, await get_animal(session, livestock_id), by=by)
    kind, picture = await asyncio.to_thread(_cleaned, picture)
    photo = Photo(id=new_id(), livestock_id=livestock_id, media_type=kind, size=len(picture), added_by=by.id)
    async with db.unit_of_work() as session:
        await files.erase(session, photo.key, at=clock.now() + UPLOADING)
    await storage.put(photo.key, picture)
    async with db.unit_of_work() as session:
        return await show(session, photo, by=by)


async def admit(db: UnitOfWork, animal: Livestock, *, by: Principal) -> None:
    """Checks that this person may add a photo of the animal now. The result holds if the animal is locked.

    Raises Forbidden, LivestockGone, TooManyPhotos.
    """
    await _require(db, animal, by=by)
    if animal.is_gone:
        raise LivestockGone
    count = await db.scalar(select(func.count()).where(Photo.livestock_id == animal.id))
    if (count or 0) >= MOST:
        raise TooManyPhotos(f"An animal has at most {MOST} photos.")


def _cleaned(picture: bytes) -> tuple[str, bytes]:
    return media_type(picture, PHOTOS), without_metadata(picture)


async def show(db: UnitOfWork, photo: Photo, *, by: Principal) -> PhotoOut:
    """Shows a photo whose picture has been stored.

    Raises LivestockNotFound, Forbidden, LivestockGone, TooManyPhotos, and Unavailable if the upload took too long.
    """
    animal = await lock_animal(db, photo.livestock_id)
    await admit(db, animal, by=by)
    if not await files.keep(db, photo.key):
        raise Unavailable("The upload took too long; send it again.")
    photo.is_cover = not await _shown(db, photo.livestock_id)
    photo.added_at = clock.now()
    db.add(photo)
    await publish(db, [animal.id])
    _audit(db, animal, "added", photo, by=by.id)
    return PhotoOut.model_validate(photo)


async def remove(db: UnitOfWork, livestock_id: UUID, photo_id: UUID, *, by: Principal) -> None:
    """Removes a photo. If it was the cover, the oldest of the others becomes that. Raises as `choose` does."""
    animal, photos = await _changeable(db, livestock_id, by=by)
    gone = _one(photos, photo_id)
    await db.delete(gone)
    await files.erase(db, gone.key)
    await db.flush()
    if gone.is_cover and (left := [photo for photo in photos if photo is not gone]):
        left[0].is_cover = True
    await publish(db, [animal.id])
    _audit(db, animal, "removed", gone, by=by.id)


async def choose(db: UnitOfWork, livestock_id: UUID, photo_id: UUID, *, by: Principal) -> PhotoOut:
    """Makes a photo the cover. Raises LivestockNotFound, Forbidden, PhotoNotFound."""
    animal, photos = await _changeable(db, livestock_id, by=by)
    chosen = _one(photos, photo_id)
    for photo in photos:
        photo.is_cover = False
    await db.flush()
    chosen.is_cover = True
    await publish(db, [animal.id])
    _audit(db, animal, "made_cover", chosen, by=by.id)
    return PhotoOut.model_validate(chosen)


async def publish(db: UnitOfWork, livestock_ids: Sequence[UUID]) -> None:
    """Publishes all photos of these animals, which are locked, the cover first."""
    shown = select(Photo.livestock_id, Photo.id).where(Photo.livestock_id.in_(livestock_ids))
    photos: dict[UUID, list[UUID]] = {livestock_id: [] for livestock_id in livestock_ids}
    for livestock_id, photo_id in await db.execute(shown.order_by(Photo.is_cover.desc(), Photo.id)):
        photos[livestock_id].append(photo_id)
    for livestock_id, ids in photos.items():
        emit(db, LivestockPhotosChanged(livestock_id=livestock_id, photo_ids=tuple(ids)))


async def photos_of(db: UnitOfWork, livestock_id: UUID) -> PhotosOut:
    """Returns an animal's photos, oldest first. Raises LivestockNotFound."""
    await get_animal(db, livestock_id)
    return PhotosOut(items=[PhotoOut.model_validate(photo) for photo in await _shown(db, livestock_id)])


async def find(db: UnitOfWork, livestock_id: UUID, photo_id: UUID) -> Photo:
    """Returns a photo that is shown. Raises PhotoNotFound."""
    photo = await db.get(Photo, photo_id)
    if photo is None or photo.livestock_id != livestock_id:
        raise PhotoNotFound
    return photo


def _audit(db: UnitOfWork, animal: Livestock, did: str, photo: Photo, *, by: UUID) -> None:
    """Records what others than the owner do with the photos of an animal."""
    if animal.owner_id != by:
        audit.record(db, f"photo.{did}", subject_id=animal.id, after={"photo_id": photo.id})


async def _changeable(db: UnitOfWork, livestock_id: UUID, *, by: Principal) -> tuple[Livestock, Sequence[Photo]]:
    animal = await _locked(db, livestock_id, by=by)
    return animal, await _shown(db, livestock_id)


async def _locked(db: UnitOfWork, livestock_id: UUID, *, by: Principal) -> Livestock:
    """Returns the animal, locked, for its owner and people who act on its farm. Raises LivestockNotFound, Forbidden."""
    animal = await lock_animal(db, livestock_id)
    await _require(db, animal, by=by)
    return animal


async def _require(db: UnitOfWork, animal: Livestock, *, by: Principal) -> None:
    if animal.owner_id != by.id:
        await staff.require(db, by, animal.farm_id)


async def _shown(db: UnitOfWork, livestock_id: UUID) -> Sequence[Photo]:
    of_animal = select(Photo).where(Photo.livestock_id == livestock_id)
    return (await db.scalars(of_animal.order_by(Photo.id))).all()


def _one(photos: Sequence[Photo], photo_id: UUID) -> Photo:
    for photo in photos:
        if photo.id == photo_id:
            return photo
    raise PhotoNotFound
