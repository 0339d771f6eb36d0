"""Recordings over HTTP."""

from typing import Annotated, Any
from uuid import UUID

from fastapi import APIRouter, Depends, Header, Response

from amigok_chassis.auth import CurrentUser, Principal, requires
from amigok_chassis.context import InContext
from amigok_chassis.db import Reader, Session
from amigok_chassis.errors import Forbidden, NotFound, Unavailable
from amigok_chassis.methods import IsHead
from amigok_chassis.pagination import Page, PageRequest
from amigok_chassis.problems import problems
from amigok_chassis.standing import AccountInactive
from amigok_herd import LivestockNotFound
from stream.links import Link, LinkExpired, LinkInvalid
from stream.recordings import holds, service
from stream.recordings.errors import RecordingNotFound, TooManyKept
from stream.recordings.ranges import RangeNotSatisfiable
from stream.recordings.schemas import FileLink, Filter, HoldIn, RecordingOut, ReleaseRecordingIn
from stream.releases.errors import NotYourTime, TooManyReleases
from stream.releases.schemas import ReleaseOut, shown

router = APIRouter(prefix="/api/v1/streams", tags=["recordings"])
staff = APIRouter(prefix="/api/v1/staff/recordings", tags=["recordings"])

Keeper = Annotated[Principal, Depends(requires("admin", "farm_staff"))]
_File = dict[int | str, dict[str, Any]]

_VIDEO: _File = {
    200: {"content": {"video/mp4": {}}, "description": "The whole video"},
    206: {"content": {"video/mp4": {}}, "description": "The range of it that was asked for"},
}
_PICTURE: _File = {200: {"content": {"image/jpeg": {}}, "description": "The picture"}}


@router.get("/livestock/{livestock_id}/recordings", responses=problems(LivestockNotFound))
async def list_recordings(
    livestock_id: UUID, wanted: Filter, paging: PageRequest, me: CurrentUser, db: Reader
) -> Page[RecordingOut]:
    """The recordings that show an animal, newest first: those that lie as a whole in times that you may see."""
    return await service.listed(db, me, livestock_id, wanted, paging)


@router.get("/recordings/{recording_id}/play", responses=problems(RecordingNotFound))
async def play_recording(recording_id: UUID, me: CurrentUser, db: Reader) -> FileLink:
    """A link to the video, for players that send no token. It takes range requests."""
    return await service.play(db, me, recording_id)


@router.get(
    "/recordings/file.mp4",
    response_class=Response,
    responses=_VIDEO
    | problems(LinkInvalid, LinkExpired, RecordingNotFound, NotFound, RangeNotSatisfiable, Unavailable),
)
async def read_recording(
    link: Link,
    context: InContext,
    is_head: IsHead,
    range_: Annotated[str, Header(alias="Range", max_length=200)] = "",
    if_range: Annotated[str, Header(max_length=200)] = "",
) -> Response:
    """The video that a link leads to, or one range of it."""
    return await service.file(context, link, range_=range_, if_range=if_range, is_head=is_head)


@router.get(
    "/recordings/thumbnail.jpg",
    response_class=Response,
    responses=_PICTURE | problems(LinkInvalid, LinkExpired, RecordingNotFound, NotFound, Unavailable),
)
async def read_thumbnail(link: Link, context: InContext) -> Response:
    """The thumbnail that a link leads to."""
    return await service.thumbnail(context, link)


@router.post(
    "/recordings/{recording_id}/release",
    status_code=201,
    responses=problems(AccountInactive, RecordingNotFound, LivestockNotFound, NotYourTime, TooManyReleases),
)
async def release_one_recording(
    recording_id: UUID, body: ReleaseRecordingIn, me: CurrentUser, db: Session
) -> ReleaseOut:
    """Lets buyers see a recording of your time while the animal is for sale. It is withdrawn as other releases are."""
    return shown(await service.release(db, me, recording_id, body.livestock_id))


@router.put("/recordings/{recording_id}/keep", status_code=204, responses=problems(RecordingNotFound, TooManyKept))
async def keep_recording(recording_id: UUID, me: CurrentUser, db: Session) -> None:
    """Keeps a recording of your own time, of 20 at most, until you let it go."""
    await holds.keep(db, recording_id, by=me)


@router.delete("/recordings/{recording_id}/keep", status_code=204, responses=problems(RecordingNotFound))
async def let_recording_go(recording_id: UUID, me: CurrentUser, db: Session) -> None:
    """Keeps a recording no longer: it goes when its time is over."""
    await holds.let_go(db, recording_id, by=me.id)


@staff.put("/{recording_id}/hold", status_code=204, responses=problems(RecordingNotFound, Forbidden))
async def hold_recording(recording_id: UUID, body: HoldIn, me: Keeper, db: Session) -> None:
    """Keeps a recording of your farm for a reason, such as a claim, until somebody of the farm ends that."""
    await holds.hold(db, recording_id, body.reason, by=me)


@staff.delete("/{recording_id}/hold", status_code=204, responses=problems(RecordingNotFound, Forbidden))
async def release_recording(recording_id: UUID, me: Keeper, db: Session) -> None:
    """Ends the hold: the recording goes when its time is over, unless its owner keeps it."""
    await holds.release(db, recording_id, by=me)
