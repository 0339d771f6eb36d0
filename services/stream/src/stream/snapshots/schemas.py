"""Snapshots over HTTP."""

from datetime import datetime
from uuid import UUID

from amigok_chassis.schemas import Out


class SnapshotOut(Out):
    """A picture of live video. Its link is good for some minutes, until `expires_at`."""

    id: UUID
    livestock_id: UUID
    camera_id: UUID
    taken_at: datetime
    size: int
    url: str
    expires_at: datetime
