"""Live video over HTTP. What players ask for needs neither a header nor a cookie: the link is the right."""

from typing import Annotated, Any, Literal
from uuid import UUID

from fastapi import APIRouter, Path, Query, Response

from amigok_chassis.auth import CurrentUser
from amigok_chassis.context import InContext
from amigok_chassis.db import Session
from amigok_chassis.problems import problems
from amigok_herd import LivestockNotFound
from stream.playback import rendering, service
from stream.playback.errors import CameraElsewhere, LiveNotYours, MediaUnavailable, RenditionNotFound
from stream.playback.grants import Granted
from stream.playback.schemas import PlaybackLink, StreamsOut

MEDIA_TYPE = "application/vnd.apple.mpegurl"

router = APIRouter(prefix="/api/v1/streams", tags=["stream"])
play = APIRouter(prefix="/api/v1/streams/play", tags=["stream"])


_PLAYLIST: dict[int | str, dict[str, Any]] = {
    200: {"content": {MEDIA_TYPE: {"schema": {"type": "string", "format": "binary"}}}}
}


@router.get("/livestock/{livestock_id}", responses=problems(LivestockNotFound, LiveNotYours))
async def read_streams(livestock_id: UUID, me: CurrentUser, db: Session) -> StreamsOut:
    """The cameras that show an animal now, and which of them are live."""
    return await service.streams_of(db, me, livestock_id)


@router.get(
    "/livestock/{livestock_id}/token",
    responses=problems(LivestockNotFound, LiveNotYours, CameraElsewhere),
)
async def read_stream_token(
    livestock_id: UUID,
    me: CurrentUser,
    context: InContext,
    db: Session,
    camera_id: Annotated[UUID | None, Query()] = None,
) -> PlaybackLink:
    """A link with which any player of HLS plays the animal's stream for some minutes. Ask again for another.

    Without `camera_id` it is of a camera that is live, if there is one.
    """
    return await service.link_to(db, me, livestock_id, camera_id, public_url=context.config.public_url)


@play.get("/index.m3u8", response_class=Response, responses=_PLAYLIST | problems(MediaUnavailable))
async def play_stream(grant: Granted, context: InContext) -> Response:
    """The playlist of a link, for players. An offline camera shows a slate; a right that has ended is refused."""
    return Response(await rendering.index(context, grant), media_type=MEDIA_TYPE)


@play.get(
    "/{rendition}.m3u8",
    response_class=Response,
    responses=_PLAYLIST | problems(MediaUnavailable, RenditionNotFound),
)
async def play_rendition(
    rendition: Annotated[Literal["source", "medium", "low"], Path()], grant: Granted, context: InContext
) -> Response:
    """The playlist of one quality, which the playlist of the link names where there are several."""
    return Response(await rendering.rendition(context, grant, rendition), media_type=MEDIA_TYPE)
