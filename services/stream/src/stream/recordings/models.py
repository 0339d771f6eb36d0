"""Recordings: parts of cameras' videos, what they show and who keeps them; and the parts that are being stored."""

from datetime import datetime
from typing import Literal, get_args
from uuid import UUID

from sqlalchemy import BigInteger, CheckConstraint, ForeignKey, Index, String, UniqueConstraint, text
from sqlalchemy.dialects.postgresql import TSTZRANGE, Range
from sqlalchemy.orm import Mapped, mapped_column

from amigok_chassis.ids import new_id
from stream.models import Base

Class = Literal["continuous", "detections"]
"""By which rule it is removed: as part of all that happened, or because animals were detected in it."""

Reason = Literal["empty", "corrupt", "took_too_long", "unknown_session"]
"""Why a part could not be stored."""


class Recording(Base):
    """A stored part of a camera's video: an MP4 file of `size` bytes and a thumbnail in the object storage.

    Its part `began` at that second since 1970, by the media server's clock, which is real; other times are the
    service's. `during` is a second longer than the video, since that begins somewhere in its first second. Detections
    were looked for at `judged_at`, and are again before it is removed. Somebody keeps it if it `is_held`.
    """

    __tablename__ = "recordings"

    id: Mapped[UUID] = mapped_column(primary_key=True, default=new_id)
    session_id: Mapped[UUID]
    began: Mapped[int] = mapped_column(BigInteger)
    camera_id: Mapped[UUID] = mapped_column(ForeignKey("cameras.id"))
    device_id: Mapped[UUID]
    farm_id: Mapped[UUID]
    started_at: Mapped[datetime]
    ended_at: Mapped[datetime]
    during: Mapped[Range[datetime]] = mapped_column(TSTZRANGE)
    duration_ms: Mapped[int]
    size: Mapped[int] = mapped_column(BigInteger)
    codec: Mapped[str] = mapped_column(String(30))
    width: Mapped[int]
    height: Mapped[int]
    recording_class: Mapped[Class] = mapped_column(String(10))
    judged_at: Mapped[datetime | None]
    is_held: Mapped[bool] = mapped_column(default=False)
    stored_at: Mapped[datetime]

    __table_args__ = (
        CheckConstraint("duration_ms > 0 AND size > 0", name="content"),
        CheckConstraint(f"recording_class IN {get_args(Class)}", name="recording_class"),
        UniqueConstraint("session_id", "began"),
        Index(None, "camera_id", "started_at"),
        Index(None, "started_at", "id"),
        Index("recordings_removable_idx", "recording_class", "ended_at", postgresql_where=text("NOT is_held")),
        Index("recordings_unjudged_idx", "ended_at", postgresql_where=text("judged_at IS NULL")),
    )

    @property
    def key(self) -> str:
        """The name of the video in the object storage."""
        return f"recordings/{self.id}.mp4"

    @property
    def thumbnail(self) -> str:
        """The name of its thumbnail in the object storage."""
        return f"recordings/{self.id}.jpg"


class Shown(Base):
    """An animal of a recording: it was detected, or the camera was to show it."""

    __tablename__ = "recording_animals"

    recording_id: Mapped[UUID] = mapped_column(ForeignKey("recordings.id", ondelete="CASCADE"), primary_key=True)
    livestock_id: Mapped[UUID] = mapped_column(primary_key=True)
    detected: Mapped[bool]

    __table_args__ = (Index(None, "livestock_id", "recording_id"),)


class Hold(Base):
    """Somebody keeps a recording, until they let it go: an owner for themselves, staff by law or for a claim."""

    __tablename__ = "recording_holds"

    recording_id: Mapped[UUID] = mapped_column(ForeignKey("recordings.id", ondelete="CASCADE"), primary_key=True)
    held_by: Mapped[UUID] = mapped_column(primary_key=True)
    kind: Mapped[Literal["owner", "legal"]] = mapped_column(String(10), primary_key=True)
    reason: Mapped[str | None] = mapped_column(String(2000))
    held_at: Mapped[datetime]

    __table_args__ = (
        CheckConstraint("kind IN ('owner', 'legal')", name="kind"),
        CheckConstraint("kind <> 'legal' OR reason IS NOT NULL", name="reason"),
        Index(None, "held_by"),
    )


class Part(Base):
    """A file in the spool that a worker is storing, until `leased_until`, or that was set aside.

    The row goes when the file is stored. `attempts` counts those that may have failed by the file itself.
    """

    __tablename__ = "recording_parts"

    session_id: Mapped[UUID] = mapped_column(primary_key=True)
    began: Mapped[int] = mapped_column(BigInteger, primary_key=True)
    attempts: Mapped[int] = mapped_column(default=0)
    leased_until: Mapped[datetime]
    reason: Mapped[Reason | None] = mapped_column(String(20))
    set_aside_at: Mapped[datetime | None]

    __table_args__ = (
        CheckConstraint(f"reason IN {get_args(Reason)}", name="reason"),
        CheckConstraint("(reason IS NULL) = (set_aside_at IS NULL)", name="aside"),
        Index("recording_parts_aside_idx", "set_aside_at", postgresql_where=text("set_aside_at IS NOT NULL")),
    )


class LowDisk(Base):
    """A disk that has too little room, as a worker has last seen it."""

    __tablename__ = "low_disks"

    id: Mapped[UUID] = mapped_column(primary_key=True)
    place: Mapped[str] = mapped_column(String(20))
    since: Mapped[datetime]
    seen_at: Mapped[datetime]
