"""Photos over HTTP."""

from typing import Annotated, Any
from uuid import UUID

from fastapi import APIRouter, Header, Response, UploadFile

from amigok_chassis.auth import CurrentUser
from amigok_chassis.context import InContext
from amigok_chassis.db import Reader, Session, Statements
from amigok_chassis.errors import Forbidden, NotFound
from amigok_chassis.pictures import BrokenPicture, TooManyPixels
from amigok_chassis.problems import problems
from amigok_chassis.uploads import PHOTOS, UPLOAD_BYTES, UnsupportedFile
from farm.livestock.errors import LivestockGone, LivestockNotFound
from farm.photos import service
from farm.photos.errors import PhotoNotFound, TooManyPhotos
from farm.photos.schemas import PhotoOut, PhotosOut
from farm.staff.errors import OtherFarm

router = APIRouter(prefix="/api/v1/livestock/{livestock_id}/photos")

_PICTURE: dict[int | str, dict[str, Any]] = {
    200: {"content": {kind: {} for kind in PHOTOS}, "description": "The picture"},
    304: {"description": "The client has the picture already"},
}


_KEPT = {
    "Cache-Control": "public, max-age=86400, immutable",
    "X-Content-Type-Options": "nosniff",
    "Content-Security-Policy": "default-src 'none'; sandbox",
}
"""Clients keep a picture for a day, so that a removed one disappears soon; then they only ask whether it changed."""


@router.get("", responses=problems(LivestockNotFound))
async def list_photos(livestock_id: UUID, db: Reader) -> PhotosOut:
    """Lists the photos of an animal, oldest first, at most 20."""
    return await service.photos_of(db, livestock_id)


@router.post(
    "",
    status_code=201,
    max_body_size=UPLOAD_BYTES,
    form_limits={"max_files": 1, "max_fields": 0},
    responses=problems(
        Forbidden,
        OtherFarm,
        LivestockNotFound,
        LivestockGone,
        TooManyPhotos,
        UnsupportedFile,
        BrokenPicture,
        TooManyPixels,
    ),
)
async def add_photo(
    livestock_id: UUID, picture: UploadFile, me: CurrentUser, db: Statements, context: InContext
) -> PhotoOut:
    """Adds a JPEG or PNG photo of a living animal. Its owner and people who act on its farm may.

    Metadata, such as where the photo was taken, is removed.
    """
    return await service.add(db, context.storage, livestock_id, await picture.read(), by=me)


@router.get("/{photo_id}", response_class=Response, responses=_PICTURE | problems(NotFound, PhotoNotFound))
async def read_photo(
    livestock_id: UUID,
    photo_id: UUID,
    db: Statements,
    context: InContext,
    if_none_match: Annotated[str, Header(max_length=2_000)] = "",
) -> Response:
    """Returns a picture. It never changes, so clients may keep it."""
    async with db.unit_of_work() as session:
        photo = await service.find(session, livestock_id, photo_id)
    headers = _KEPT | {"ETag": f'"{photo.id}"'}
    if headers["ETag"] in if_none_match:
        return Response(status_code=304, headers=headers)
    picture = await context.storage.get(photo.key)
    return Response(picture, media_type=photo.media_type, headers=headers)


@router.put("/{photo_id}/cover", responses=problems(Forbidden, OtherFarm, LivestockNotFound, PhotoNotFound))
async def choose_cover(livestock_id: UUID, photo_id: UUID, me: CurrentUser, db: Session) -> PhotoOut:
    """Makes a photo the cover, which lists show."""
    return await service.choose(db, livestock_id, photo_id, by=me)


@router.delete(
    "/{photo_id}", status_code=204, responses=problems(Forbidden, OtherFarm, LivestockNotFound, PhotoNotFound)
)
async def remove_photo(livestock_id: UUID, photo_id: UUID, me: CurrentUser, db: Session) -> None:
    """Removes a photo; caches may keep it for another day. If it was the cover, the next oldest photo becomes that."""
    await service.remove(db, livestock_id, photo_id, by=me)
