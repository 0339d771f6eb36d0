"""When each camera has last seen an animal."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import SmallInteger
from sqlalchemy.orm import Mapped, mapped_column

from stream.models import Base


class Sighting(Base):
    """The newest detection of an animal by a camera that counts. `detected_at` never goes back.

    `is_home` says whether the animal lived on the camera's farm. Others were told at `told_at`.
    """

    __tablename__ = "sightings"

    livestock_id: Mapped[UUID] = mapped_column(primary_key=True)
    camera_id: Mapped[UUID] = mapped_column(primary_key=True)
    device_id: Mapped[UUID]
    event_id: Mapped[UUID]
    farm_id: Mapped[UUID]
    area_id: Mapped[UUID | None]
    is_home: Mapped[bool]
    confidence: Mapped[int] = mapped_column(SmallInteger)
    first_at: Mapped[datetime]
    detected_at: Mapped[datetime]
    told_at: Mapped[datetime | None]
