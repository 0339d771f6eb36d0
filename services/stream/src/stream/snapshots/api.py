"""Snapshots over HTTP."""

from typing import Any
from uuid import UUID

from fastapi import APIRouter, Response

from amigok_chassis.auth import CurrentUser
from amigok_chassis.context import InContext
from amigok_chassis.db import Reader, Session
from amigok_chassis.errors import NotFound, Unavailable
from amigok_chassis.pagination import Page, PageRequest
from amigok_chassis.problems import problems
from amigok_chassis.standing import AccountInactive
from amigok_herd import LivestockNotFound
from stream.links import Link, LinkExpired, LinkInvalid
from stream.playback.errors import LiveNotYours
from stream.releases.errors import NotYourTime, TooManyReleases
from stream.releases.schemas import ReleaseOut, shown
from stream.snapshots import service
from stream.snapshots.errors import CameraOffline, NoCamera, SnapshotNotFound, TooBusy
from stream.snapshots.schemas import SnapshotOut

router = APIRouter(prefix="/api/v1/streams", tags=["recordings"])

_PICTURE: dict[int | str, dict[str, Any]] = {200: {"content": {"image/jpeg": {}}, "description": "The picture"}}


@router.post(
    "/snapshot/{livestock_id}",
    status_code=201,
    responses=problems(LivestockNotFound, LiveNotYours, NoCamera, CameraOffline, TooBusy, Unavailable),
)
async def take_snapshot(livestock_id: UUID, me: CurrentUser, context: InContext) -> SnapshotOut:
    """Takes a picture of an animal from live video. Within five seconds everybody is given the same one."""
    return await service.take(context, me, livestock_id)


@router.get("/livestock/{livestock_id}/snapshots", responses=problems(LivestockNotFound))
async def list_snapshots(livestock_id: UUID, paging: PageRequest, me: CurrentUser, db: Reader) -> Page[SnapshotOut]:
    """The snapshots of an animal in times that you may see, newest first."""
    return await service.listed(db, me, livestock_id, paging)


@router.post(
    "/snapshots/{snapshot_id}/release",
    status_code=201,
    responses=problems(AccountInactive, SnapshotNotFound, LivestockNotFound, NotYourTime, TooManyReleases),
)
async def release_snapshot(snapshot_id: UUID, me: CurrentUser, db: Session) -> ReleaseOut:
    """Lets buyers see a snapshot of your time while the animal is for sale. It is withdrawn as other releases are."""
    return shown(await service.release(db, me, snapshot_id))


@router.get(
    "/snapshots/file.jpg",
    response_class=Response,
    responses=_PICTURE | problems(LinkInvalid, LinkExpired, SnapshotNotFound, NotFound, Unavailable),
)
async def read_snapshot(link: Link, context: InContext) -> Response:
    """The picture that a link leads to."""
    return await service.file(context, link)
