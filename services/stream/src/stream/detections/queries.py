"""Questions about detections."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from sqlalchemy import select

from amigok_chassis.pagination import Page, Paging, paginate
from amigok_chassis.unit_of_work import UnitOfWork
from stream.detections.marks import NAMES, UNCOUNTED, MarkName
from stream.detections.models import Detection
from stream.detections.schemas import MarkedDetection


async def detected(db: UnitOfWork, camera_id: UUID, start: datetime, end: datetime) -> Sequence[UUID]:
    """The animals that a camera has detected from `start` until before `end`, by id. Doubtful ones do not count."""
    found = (
        select(Detection.livestock_id)
        .where(
            Detection.camera_id == camera_id,
            Detection.detected_at >= start,
            Detection.detected_at < end,
            Detection.livestock_id.is_not(None),
            Detection.marks.op("&")(int(UNCOUNTED)) == 0,
        )
        .distinct()
        .order_by(Detection.livestock_id)
    )
    return [id for id in (await db.scalars(found)).all() if id is not None]


async def marked(
    db: UnitOfWork, paging: Paging, *, mark: MarkName | None, device_id: UUID | None
) -> Page[MarkedDetection]:
    """A page of detections with this mark, or any, the newest arrivals first. Raises InvalidCursor."""
    query = select(Detection).where(Detection.marks != 0)
    if mark is not None:
        query = query.where(Detection.marks.op("&")(int(NAMES[mark])) != 0)
    if device_id is not None:
        query = query.where(Detection.device_id == device_id)
    key = [Detection.received_at, Detection.device_id, Detection.event_id]
    found, cursor = await paginate(db, query, paging, key=key)
    return Page(items=[MarkedDetection.of(each) for each in found], next_cursor=cursor)
