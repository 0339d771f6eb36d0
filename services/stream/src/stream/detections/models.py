"""Detections, as devices have sent them and as they were understood."""

from datetime import datetime, timedelta
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, Index, Interval, SmallInteger, String, text
from sqlalchemy.orm import Mapped, mapped_column

from stream.models import Base


class Detection(Base):
    """An animal's card in the picture of a camera, by the device's own `event_id`.

    The device said that it was at `device_at`; `detected_at` is corrected by what is known of its clock. Confidence
    and box (x, y, width, height; from the upper left corner) are in ten-thousandths, of 1 and of the frame.
    `evidence_id` is null where the device has not signed it; otherwise it is at `position` of that batch. `marks` are
    those of `marks.Mark`.
    """

    __tablename__ = "detections"

    device_id: Mapped[UUID] = mapped_column(primary_key=True)
    event_id: Mapped[UUID] = mapped_column(primary_key=True)
    detected_at: Mapped[datetime] = mapped_column(primary_key=True)
    device_at: Mapped[datetime]
    received_at: Mapped[datetime]
    livestock_id: Mapped[UUID | None]
    camera_id: Mapped[UUID]
    farm_id: Mapped[UUID]
    area_id: Mapped[UUID | None]
    evidence_id: Mapped[UUID | None]
    position: Mapped[int] = mapped_column(SmallInteger)
    marks: Mapped[int] = mapped_column(SmallInteger)
    confidence: Mapped[int] = mapped_column(SmallInteger)
    x: Mapped[int | None] = mapped_column(SmallInteger)
    y: Mapped[int | None] = mapped_column(SmallInteger)
    width: Mapped[int | None] = mapped_column(SmallInteger)
    height: Mapped[int | None] = mapped_column(SmallInteger)
    card: Mapped[str] = mapped_column(String(100))
    card_key: Mapped[str] = mapped_column(String(100))
    area: Mapped[str | None] = mapped_column(String(50))
    model_version: Mapped[str | None] = mapped_column(String(50))

    __table_args__ = (
        CheckConstraint("confidence BETWEEN 0 AND 10000", name="confidence"),
        Index(
            None,
            "detected_at",
            postgresql_using="brin",
            postgresql_ops={"detected_at": "timestamptz_minmax_multi_ops"},
            postgresql_with={"autosummarize": "on", "pages_per_range": 32},
        ),
        Index(None, "livestock_id", "detected_at"),
        Index("detections_unresolved_idx", "card_key", "detected_at", postgresql_where=text("livestock_id IS NULL")),
        Index("detections_marked_idx", "received_at", "device_id", "event_id", postgresql_where=text("marks <> 0")),
        {"postgresql_partition_by": "RANGE (detected_at)"},
    )


class Detector(Base):
    """What is known of a device's clock: it is `skew` ahead. Batches of one device take turns by the lock on it."""

    __tablename__ = "detectors"

    device_id: Mapped[UUID] = mapped_column(ForeignKey("devices.id", ondelete="CASCADE"), primary_key=True)
    skew: Mapped[timedelta] = mapped_column(Interval)
