"""Detections over HTTP."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Depends, Query
from sqlalchemy.dialects.postgresql import Range

from amigok_chassis.auth import CurrentUser, requires
from amigok_chassis.db import Reader, Session
from amigok_chassis.pagination import Page, PageRequest
from amigok_chassis.problems import problems
from amigok_chassis.schemas import NearMoment
from amigok_herd import LivestockNotFound
from stream.detections import history, queries, service
from stream.detections.marks import MarkName
from stream.detections.schemas import (
    DetectionBatchIn,
    DetectionBatchOut,
    DetectionOut,
    DetectionsIn,
    LastSeen,
    MarkedDetection,
)
from stream.devices.login import CurrentDevice

LARGEST = 1_000_000
"""The limit in bytes; a thousand detections have 400,000."""

router = APIRouter(prefix="/api/v1")
admin = APIRouter(prefix="/api/v1/admin/jetson", dependencies=[Depends(requires("admin"))])

Since = Annotated[NearMoment | None, Query(alias="from", description="The first moment that is asked for")]
Until = Annotated[NearMoment | None, Query(description="The first moment after it")]


@router.post("/jetson/detection-events", max_body_size=LARGEST)
async def receive_detections(body: DetectionsIn, device: CurrentDevice, db: Session) -> DetectionBatchOut:
    """Stores detections of a device, one or up to 1,000 in a batch. What it has sent before has no further effect.

    Whatever is doubtful about a detection is kept with it as marks. A batch may be signed: docs/evidence.md.
    """
    return await service.receive(db, device, DetectionBatchIn.of(body))


@router.get("/livestock/{livestock_id}/detection-history", responses=problems(LivestockNotFound))
async def read_detection_history(
    livestock_id: UUID,
    me: CurrentUser,
    db: Reader,
    paging: PageRequest,
    since: Since = None,
    until: Until = None,
    camera_id: UUID | None = None,
) -> Page[DetectionOut]:
    """Lists when and where an animal was detected, newest first, as far as the time was yours."""
    return await history.history(db, me, livestock_id, paging, Range(since, until), camera_id)


@router.get("/livestock/{livestock_id}/last-seen", responses=problems(LivestockNotFound))
async def read_last_seen(livestock_id: UUID, me: CurrentUser, db: Reader) -> LastSeen:
    """Tells when and where an animal was last seen; whoever has sold it learns of the last time before."""
    return await history.last_seen(db, me, livestock_id)


@admin.get("/detections")
async def list_marked_detections(
    db: Reader, paging: PageRequest, mark: MarkName | None = None, device_id: UUID | None = None
) -> Page[MarkedDetection]:
    """Lists detections about which something is doubtful, those that came last first."""
    return await queries.marked(db, paging, mark=mark, device_id=device_id)
