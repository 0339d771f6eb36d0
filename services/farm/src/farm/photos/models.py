"""Photos of animals."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, Index, String, text
from sqlalchemy.orm import Mapped, mapped_column

from amigok_chassis.ids import new_id
from amigok_chassis.uploads import PHOTOS, UPLOAD_BYTES
from farm.models import Base


class Photo(Base):
    """A photo of an animal whose picture is in the object storage. The picture never changes."""

    __tablename__ = "livestock_photos"

    id: Mapped[UUID] = mapped_column(primary_key=True, default=new_id)
    livestock_id: Mapped[UUID] = mapped_column(ForeignKey("livestock.id"))
    media_type: Mapped[str] = mapped_column(String(20))
    size: Mapped[int]
    is_cover: Mapped[bool] = mapped_column(default=False)
    added_by: Mapped[UUID]
    added_at: Mapped[datetime]

    __table_args__ = (
        CheckConstraint(f"media_type IN {PHOTOS}", name="media_type"),
        CheckConstraint(f"size BETWEEN 1 AND {UPLOAD_BYTES}", name="size"),
        Index("livestock_photos_cover_key", "livestock_id", unique=True, postgresql_where=text("is_cover")),
        Index(None, "livestock_id", "id"),
    )

    @property
    def key(self) -> str:
        """Its name in the object storage."""
        return f"photos/{self.id}"

    @property
    def url(self) -> str:
        """The path of the picture."""
        return f"/api/v1/livestock/{self.livestock_id}/photos/{self.id}"
