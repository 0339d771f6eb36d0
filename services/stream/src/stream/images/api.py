"""Devices send pictures of detections. The link carries the right, so nobody signs in here."""

from typing import Any

from fastapi import APIRouter, Request

from amigok_chassis.context import InContext
from amigok_chassis.errors import Unavailable
from amigok_chassis.pictures import BrokenPicture, TooManyPixels
from amigok_chassis.problems import problems
from amigok_chassis.uploads import PHOTOS, UnsupportedFile
from stream.images import service
from stream.images.errors import ImageNotFound, ImageStored
from stream.links import Link, LinkExpired, LinkInvalid

LARGEST = 1_000_000
"""The limit in bytes; the picture of a detection is a part of a frame."""

router = APIRouter(prefix="/api/v1")

_CONTENT: dict[str, Any] = {kind: {"schema": {"type": "string", "format": "binary"}} for kind in PHOTOS}


@router.put(
    "/jetson/detection-image",
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
async def upload_detection_image(link: Link, request: Request, context: InContext) -> None:
    """Stores the JPEG or PNG picture of a detection, once. What is refused can be sent again."""
    device_id, event_id = await service.require_missing(context, link)
    await service.store(context, device_id, event_id, await request.body())
