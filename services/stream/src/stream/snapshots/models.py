"""Snapshots: pictures of live video."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from amigok_chassis.ids import new_id
from stream.models import Base


class Snapshot(Base):
    """A JPEG picture of `size` bytes that a camera showed at `taken_at`. Somebody asked for it to see this animal."""

    __tablename__ = "snapshots"

    id: Mapped[UUID] = mapped_column(primary_key=True, default=new_id)
    livestock_id: Mapped[UUID]
    camera_id: Mapped[UUID] = mapped_column(ForeignKey("cameras.id"))
    farm_id: Mapped[UUID]
    requested_by: Mapped[UUID]
    taken_at: Mapped[datetime]
    size: Mapped[int]

    __table_args__ = (
        CheckConstraint("size > 0", name="size"),
        Index(None, "livestock_id", "taken_at", "id"),
        Index(None, "taken_at"),
    )

    @property
    def key(self) -> str:
        """The name of the picture in the object storage."""
        return f"snapshots/{self.id}.jpg"
