"""What people may see of an animal's detections: those of the times that are theirs."""

from collections.abc import Iterable
from datetime import datetime
from uuid import UUID

from sqlalchemy import ColumnElement, Select, and_, select, tuple_
from sqlalchemy.dialects.postgresql import Range

from amigok_chassis.auth import Principal
from amigok_chassis.pagination import Page, Paging, encode
from amigok_chassis.unit_of_work import UnitOfWork
from amigok_herd import LivestockNotFound
from stream.access.service import Viewing, require_viewing
from stream.detections.marks import UNCOUNTED, UNSHOWN, Mark
from stream.detections.models import Detection
from stream.detections.schemas import DetectionOut, LastSeen
from stream.images import service as images
from stream.images.models import DetectionImage
from stream.sightings import service as sightings

_KEY = (Detection.detected_at, Detection.event_id, Detection.device_id)


async def history(
    db: UnitOfWork, me: Principal, livestock_id: UUID, paging: Paging, asked: Range[datetime], camera_id: UUID | None
) -> Page[DetectionOut]:
    """A page of an animal's detections in the time that is asked for, newest first, with links to their pictures.

    Raises LivestockNotFound, InvalidCursor.
    """
    viewing = await require_viewing(db, me, livestock_id)
    query = select(Detection).where(Detection.livestock_id == livestock_id, _has_none_of(UNSHOWN))
    if camera_id is not None:
        query = query.where(Detection.camera_id == camera_id)
    if after := paging.after(datetime, UUID, UUID):
        # The second says the same to the planner, which leaves out parts of the table by it.
        query = query.where(tuple_(*_KEY) < after, Detection.detected_at <= after[0])
    found = await _newest(db, query, viewing, asked, limit=paging.limit + 1)
    shown = found[: paging.limit]
    events = [(each.device_id, each.event_id) for each in shown]
    paths = await images.view_paths(db, events, viewer=me, livestock_id=livestock_id)
    more = len(found) > paging.limit
    return Page(
        items=[DetectionOut.of(each, paths.get((each.device_id, each.event_id))) for each in shown],
        next_cursor=encode(*(getattr(shown[-1], column.key) for column in _KEY)) if more else None,
    )


async def last_seen(db: UnitOfWork, me: Principal, livestock_id: UUID) -> LastSeen:
    """When an animal was last seen: for a former owner while it was theirs, for staff on their farm.

    Raises LivestockNotFound.
    """
    viewing = await require_viewing(db, me, livestock_id)
    newest = await sightings.last_of(db, livestock_id)
    if newest is None or (viewing.includes(newest.detected_at) and viewing.farm_id in (None, newest.farm_id)):
        return LastSeen.of(livestock_id, newest)
    query = select(Detection).where(Detection.livestock_id == livestock_id, _has_none_of(UNCOUNTED | Mark.ELSEWHERE))
    found = await _newest(db, query, viewing, Range(None, None), limit=1)
    return LastSeen.of(livestock_id, found[0] if found else None)


async def is_seen(db: UnitOfWork, me: Principal, livestock_id: UUID, image: DetectionImage) -> bool:
    """Whether somebody may see the detection of an animal that a picture is of."""
    try:
        viewing = await require_viewing(db, me, livestock_id)
    except LivestockNotFound:
        return False
    of = Detection.device_id == image.device_id, Detection.event_id == image.event_id
    query = select(Detection).where(*of, Detection.detected_at == image.detected_at, _has_none_of(UNSHOWN))
    query = query.where(Detection.livestock_id == livestock_id)
    return bool(await _newest(db, query, viewing, Range(None, None), limit=1))


async def _newest(
    db: UnitOfWork, query: Select[Detection], viewing: Viewing, asked: Range[datetime], *, limit: int
) -> list[Detection]:
    """The newest of the detections that somebody may see. Others' times in between, which can be long, are skipped."""
    found: list[Detection] = []
    query = query.where(viewing.at_farm(Detection.farm_id))
    for time in reversed(_within(viewing.during, asked)):
        rows = query.where(*_bounds(time)).order_by(*(column.desc() for column in _KEY))
        found += (await db.scalars(rows.limit(limit - len(found)))).all()
        if len(found) >= limit:
            break
    return found


def _within(times: Iterable[Range[datetime]], asked: Range[datetime]) -> list[Range[datetime]]:
    return [both for time in times if not (both := time.intersection(asked)).is_empty]


def _bounds(time: Range[datetime]) -> list[ColumnElement[bool]]:
    """All ranges here include their lower bound and not the upper one."""
    lower = [] if time.lower is None else [Detection.detected_at >= time.lower]
    return lower if time.upper is None else [*lower, Detection.detected_at < time.upper]


def _has_none_of(marks: Mark) -> ColumnElement[bool]:
    """Bit by bit and by inequality: so the planner expects most rows to pass, and reads the newest ones in order."""
    return and_(*(Detection.marks.op("&")(int(mark)) != int(mark) for mark in Mark if mark in marks))
