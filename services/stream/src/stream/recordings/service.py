"""Recordings for people: lists, links, and the files that links lead to."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any, Literal
from uuid import UUID

from fastapi import Response
from fastapi.responses import StreamingResponse
from sqlalchemy import Select, select

from amigok_chassis.auth import Principal
from amigok_chassis.context import Context
from amigok_chassis.pagination import Page, Paging, paginate
from amigok_chassis.unit_of_work import UnitOfWork
from stream import links
from stream.access.service import require_footage
from stream.recordings import ranges
from stream.recordings.models import Recording, Shown
from stream.recordings.schemas import FileLink, RecordingFilter, RecordingOut
from stream.recordings.viewing import seen, seen_by
from stream.releases import service as releases
from stream.releases.models import Release
from stream.settings import Settings

Purpose = Literal["file", "thumbnail"]


async def listed(
    db: UnitOfWork, viewer: Principal, livestock_id: UUID, wanted: RecordingFilter, paging: Paging
) -> Page[RecordingOut]:
    """The recordings of an animal that lie in what somebody may see, newest first. Raises LivestockNotFound."""
    viewing = await require_footage(db, viewer, livestock_id)
    query = select(Recording).join(Shown, Shown.recording_id == Recording.id)
    covered = viewing.covers(Recording.during, Recording.camera_id, Recording.farm_id)
    query = query.where(Shown.livestock_id == livestock_id, covered)
    key = [Recording.started_at, Recording.id]
    rows, following = await paginate(db, _filtered(query, wanted), paging, key=key)
    detected = await _detected(db, livestock_id, rows)
    items = [_shown(db, each, viewer, livestock_id, detected=each.id in detected) for each in rows]
    return Page(items=items, next_cursor=following)


async def play(db: UnitOfWork, viewer: Principal, recording_id: UUID) -> FileLink:
    """A link to a recording that somebody may see. Raises RecordingNotFound."""
    recording, viewing = await seen(db, recording_id, viewer)
    return _link(db, "file", recording.id, viewer, viewing.livestock_id)


async def release(db: UnitOfWork, viewer: Principal, recording_id: UUID, livestock_id: UUID) -> Release:
    """Lets buyers see a recording while this animal is for sale.

    Raises AccountInactive, RecordingNotFound, LivestockNotFound, NotYourTime, TooManyReleases.
    """
    recording = await seen_by(db, recording_id, viewer, livestock_id)
    return await releases.release(db, livestock_id, recording.during, recording.camera_id, by=viewer.id)


async def file(context: Context, token: str, *, range_: str, if_range: str, is_head: bool) -> Response:
    """The video that a link leads to, or a range of it, in chunks from the storage.

    Whoever the link was given to is looked at again each time. Raises LinkInvalid, LinkExpired, RecordingNotFound,
    RangeNotSatisfiable, Unavailable.
    """
    recording = await _opened(context, "file", token)
    tag = f'"{recording.id}"'
    part = ranges.asked(range_, recording.size, if_range=if_range, tag=tag)
    start, end = part or (0, recording.size)
    headers = links.FILE_HEADERS | {"ETag": tag, "Accept-Ranges": "bytes", "Content-Length": str(end - start)}
    if part is not None:
        headers["Content-Range"] = f"bytes {start}-{end - 1}/{recording.size}"
    status = 200 if part is None else 206
    if is_head:
        return Response(status_code=status, media_type="video/mp4", headers=headers)
    chunks = await context.storage.chunks(recording.key, start, end)
    return StreamingResponse(chunks, status_code=status, media_type="video/mp4", headers=headers)


async def thumbnail(context: Context, token: str) -> Response:
    """The thumbnail that a link leads to. Raises LinkInvalid, LinkExpired, RecordingNotFound, Unavailable."""
    recording = await _opened(context, "thumbnail", token)
    picture = await context.storage.get(recording.thumbnail)
    return Response(picture, media_type="image/jpeg", headers=links.FILE_HEADERS)


def viewer_of(claims: dict[str, Any]) -> Principal:
    """Whom a link was given to."""
    return Principal(UUID(claims["user"]), str(claims["role"]), "", 0.0)


def link(db: UnitOfWork, purpose: str, id: UUID, viewer: Principal, livestock_id: UUID) -> tuple[str, datetime]:
    """The token of a link to a file of footage, for one viewer because of one animal, and when it expires."""
    expires_at = links.lasts(db.settings(Settings).recording_link).replace(microsecond=0)
    claims = {"id": str(id), "animal": str(livestock_id), "user": str(viewer.id), "role": viewer.role}
    return links.make(db.data_key, purpose, claims, expires_at=expires_at), expires_at


async def _opened(context: Context, purpose: Purpose, token: str) -> Recording:
    claims = links.read(context.db.data_key, f"recording {purpose}", token)
    async with context.db.reader() as db:
        return await seen_by(db, UUID(claims["id"]), viewer_of(claims), UUID(claims["animal"]))


def _link(db: UnitOfWork, purpose: Purpose, id: UUID, viewer: Principal, livestock_id: UUID) -> FileLink:
    token, expires_at = link(db, f"recording {purpose}", id, viewer, livestock_id)
    ending = {"file": "mp4", "thumbnail": "jpg"}[purpose]
    return FileLink(url=f"/api/v1/streams/recordings/{purpose}.{ending}?link={token}", expires_at=expires_at)


def _filtered(query: Select[Recording], wanted: RecordingFilter) -> Select[Recording]:
    if wanted.since is not None:
        query = query.where(Recording.ended_at > wanted.since)
    if wanted.until is not None:
        query = query.where(Recording.started_at < wanted.until)
    if wanted.camera_id is not None:
        query = query.where(Recording.camera_id == wanted.camera_id)
    return query if wanted.detected is None else query.where(Shown.detected == wanted.detected)


async def _detected(db: UnitOfWork, livestock_id: UUID, rows: Sequence[Recording]) -> set[UUID]:
    of = Shown.livestock_id == livestock_id, Shown.recording_id.in_([each.id for each in rows]), Shown.detected
    return set((await db.scalars(select(Shown.recording_id).where(*of))).all())


def _shown(db: UnitOfWork, each: Recording, viewer: Principal, livestock_id: UUID, *, detected: bool) -> RecordingOut:
    return RecordingOut(
        id=each.id,
        camera_id=each.camera_id,
        started_at=each.started_at,
        ended_at=each.ended_at,
        duration=each.duration_ms / 1000,
        size=each.size,
        width=each.width,
        height=each.height,
        recording_class=each.recording_class,
        detected=detected,
        is_kept=each.is_held,
        thumbnail_url=_link(db, "thumbnail", each.id, viewer, livestock_id).url,
    )
