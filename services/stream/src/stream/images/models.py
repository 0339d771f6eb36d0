"""Pictures of detections."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import Index, String
from sqlalchemy.orm import Mapped, mapped_column

from stream.models import Base


class DetectionImage(Base):
    """A picture that a device has announced with a detection; it is here when `stored_at` is set."""

    __tablename__ = "detection_images"

    device_id: Mapped[UUID] = mapped_column(primary_key=True)
    event_id: Mapped[UUID] = mapped_column(primary_key=True)
    detected_at: Mapped[datetime]
    key: Mapped[str | None] = mapped_column(String(200))
    media_type: Mapped[str | None] = mapped_column(String(20))
    size: Mapped[int | None]
    stored_at: Mapped[datetime | None]

    __table_args__ = (Index(None, "detected_at"),)
