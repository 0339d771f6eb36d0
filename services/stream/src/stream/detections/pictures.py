"""The picture of a detection, for who may see the detection: looked at each time, like the links to recordings."""

from typing import Any

from fastapi import APIRouter, Response

from amigok_chassis.context import Context, InContext
from amigok_chassis.errors import NotFound, Unavailable
from amigok_chassis.problems import problems
from amigok_chassis.uploads import PHOTOS
from stream.detections import history
from stream.images import links, service
from stream.images.errors import ImageNotFound
from stream.links import FILE_HEADERS, Link, LinkExpired, LinkInvalid

router = APIRouter(prefix="/api/v1/streams")

_PICTURE: dict[int | str, dict[str, Any]] = {
    200: {"content": {kind: {} for kind in PHOTOS}, "description": "The picture"}
}


@router.get(
    "/detection-image",
    response_class=Response,
    responses=_PICTURE | problems(LinkInvalid, LinkExpired, ImageNotFound, NotFound, Unavailable),
)
async def read_detection_image(link: Link, context: InContext) -> Response:
    """The picture of a detection, for whoever was given the link, as long as they may see the detection."""
    picture, kind = await find(context, link)
    return Response(picture, media_type=kind, headers=FILE_HEADERS)


async def find(context: Context, token: str) -> tuple[bytes, str]:
    """A picture and its media type. Raises LinkInvalid, LinkExpired, ImageNotFound, NotFound, Unavailable."""
    wanted = links.read_view(context.db.data_key, token)
    async with context.db.reader() as db:
        image = await service.stored(db, wanted.device_id, wanted.event_id)
        if not await history.is_seen(db, wanted.viewer, wanted.livestock_id, image):
            raise ImageNotFound
    assert image.key is not None
    assert image.media_type is not None
    return await context.storage.get(image.key), image.media_type
