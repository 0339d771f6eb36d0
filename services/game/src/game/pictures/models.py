"""Photos of entries."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, Index, String
from sqlalchemy.orm import Mapped, mapped_column

from amigok_chassis.ids import new_id
from amigok_chassis.uploads import PHOTOS, UPLOAD_BYTES
from game.models import Base


class Photo(Base):
    """A picture of an entry, whose SHA-256 is in the result. The picture never changes."""

    __tablename__ = "entry_photos"

    id: Mapped[UUID] = mapped_column(primary_key=True, default=new_id)
    entry_id: Mapped[UUID] = mapped_column(ForeignKey("entries.id"))
    media_type: Mapped[str] = mapped_column(String(20))
    size: Mapped[int]
    digest: Mapped[str] = mapped_column(String(64))
    added_at: Mapped[datetime]

    __table_args__ = (
        CheckConstraint(f"media_type IN {PHOTOS}", name="media_type"),
        CheckConstraint(f"size BETWEEN 1 AND {UPLOAD_BYTES}", name="size"),
        Index(None, "entry_id", "id"),
    )

    @property
    def key(self) -> str:
        """Its name in the object storage."""
        return f"entries/{self.id}"
