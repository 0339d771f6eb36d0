"""Quarantines of farms over HTTP."""

from datetime import datetime
from uuid import UUID

from amigok_chassis.schemas import Note, Out
from farm.schemas import FieldIn


class QuarantineIn(FieldIn):
    """Why the quarantine starts."""

    note: Note


class EndIn(FieldIn):
    """Which quarantine ends, and why."""

    quarantine_id: UUID
    note: Note


class QuarantineOut(Out):
    """A farm's quarantine. It lasts while `ended_at` is null."""

    id: UUID
    farm_id: UUID
    started_at: datetime
    started_by: UUID
    note: str
    ended_at: datetime | None
    ended_by: UUID | None
    end_note: str | None
