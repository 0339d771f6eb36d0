"""Pictures of detections over HTTP. The links carry the right, so nobody signs in here."""

from typing import Annotated, Any

from fastapi import APIRouter, Path, Request, Response

from amigok_chassis.context import InContext
from amigok_chassis.errors import NotFound, Unavailable
from amigok_chassis.pictures import BrokenPicture, TooManyPixels
from amigok_chassis.problems import problems
from amigok_chassis.uploads import PHOTOS, UnsupportedFile
from stream.images import service
from stream.images.errors import ImageNotFound, ImageStored
from stream.links import LinkExpired, LinkInvalid

LARGEST = 1_000_000
"""The limit in bytes; the picture of a detection is a part of a frame."""

router = APIRouter(prefix="/api/v1")

Token = Annotated[str, Path(max_length=400)]

_CONTENT: dict[str, Any] = {kind: {"schema": {"type": "string", "format": "binary"}} for kind in PHOTOS}
_PICTURE: dict[int | str, dict[str, Any]] = {
    200: {"content": {kind: {} for kind in PHOTOS}, "description": "The picture"}
}
_KEPT = {
    "Cache-Control": "private, max-age=600",
    "X-Content-Type-Options": "nosniff",
    "Content-Security-Policy": "default-src 'none'; sandbox",
}


@router.put(
    "/jetson/detection-images/{token}",
    status_code=204,
    max_body_size=LARGEST,
    openapi_extra={"requestBody": {"content": _CONTENT, "required": True}},
    responses=problems(
        LinkInvalid,
        LinkExpired,
        ImageNotFound,
        ImageStored,
        UnsupportedFile,
        BrokenPicture,
        TooManyPixels,
        Unavailable,
    ),
)
async def upload_detection_image(token: Token, request: Request, context: InContext) -> None:
    """Stores the JPEG or PNG picture of a detection, once. What is refused can be sent again."""
    device_id, event_id = await service.require_missing(context, token)
    await service.store(context, device_id, event_id, await request.body())


@router.get(
    "/streams/detection-images/{token}",
    response_class=Response,
    responses=_PICTURE | problems(LinkInvalid, LinkExpired, ImageNotFound, NotFound, Unavailable),
)
async def read_detection_image(token: Token, context: InContext) -> Response:
    """Returns the picture of a detection to whoever was given the link."""
    picture, kind = await service.find(context, token)
    return Response(picture, media_type=kind, headers=_KEPT)
