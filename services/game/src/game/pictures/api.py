"""Photos of entries over HTTP."""

from typing import Any
from uuid import UUID

from fastapi import APIRouter, Response, UploadFile

from amigok_chassis.auth import CurrentUser
from amigok_chassis.context import Context, InContext
from amigok_chassis.db import Session, Statements
from amigok_chassis.errors import NotFound
from amigok_chassis.pictures import BrokenPicture, TooManyPixels
from amigok_chassis.problems import problems
from amigok_chassis.uploads import PHOTOS, UPLOAD_BYTES, UnsupportedFile
from game.entries.errors import EntryNotFound
from game.pictures import service
from game.pictures.errors import NoPhotos, PhotoNotFound, PhotosFrozen, TooManyPhotos
from game.pictures.models import Photo
from game.pictures.schemas import EntryPhotoOut, EntryPhotosOut

router = APIRouter(prefix="/api/v1/my-contests/entries/{entry_id}/photos")

PICTURE: dict[int | str, dict[str, Any]] = {
    200: {"content": {kind: {} for kind in PHOTOS}, "description": "The picture"},
}

_HEADERS = {
    "Cache-Control": "private, max-age=3600",
    "X-Content-Type-Options": "nosniff",
    "Content-Security-Policy": "default-src 'none'; sandbox",
}


@router.get("", responses=problems(EntryNotFound))
async def list_entry_photos(entry_id: UUID, me: CurrentUser, db: Session) -> EntryPhotosOut:
    """Lists the photos of your entry, oldest first."""
    return await service.of_owner(db, entry_id, by=me.id)


@router.post(
    "",
    status_code=201,
    max_body_size=UPLOAD_BYTES,
    form_limits={"max_files": 1, "max_fields": 0},
    responses=problems(
        EntryNotFound, NoPhotos, PhotosFrozen, TooManyPhotos, UnsupportedFile, BrokenPicture, TooManyPixels
    ),
)
async def add_entry_photo(
    entry_id: UUID, picture: UploadFile, me: CurrentUser, db: Statements, context: InContext
) -> EntryPhotoOut:
    """Adds a JPEG or PNG photo to your entry, until the contest ends. The judges see it; metadata is removed."""
    return await service.add(db, context.storage, entry_id, await picture.read(), by=me.id)


@router.get(
    "/{photo_id}", response_class=Response, responses=PICTURE | problems(NotFound, EntryNotFound, PhotoNotFound)
)
async def read_entry_photo(
    entry_id: UUID, photo_id: UUID, me: CurrentUser, db: Session, context: InContext
) -> Response:
    """Returns a picture of your entry."""
    return await sent(context, await service.own_photo(db, entry_id, photo_id, by=me.id))


@router.delete("/{photo_id}", status_code=204, responses=problems(EntryNotFound, NoPhotos, PhotosFrozen, PhotoNotFound))
async def remove_entry_photo(entry_id: UUID, photo_id: UUID, me: CurrentUser, db: Session) -> None:
    """Removes a photo from your entry, until the contest ends."""
    await service.remove(db, entry_id, photo_id, by=me.id)


async def sent(context: Context, photo: Photo) -> Response:
    """The picture of a photo."""
    return Response(await context.storage.get(photo.key), media_type=photo.media_type, headers=_HEADERS)
