"""Footage that owners released for buyers, and which animals are for sale."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import CheckConstraint, Index, text
from sqlalchemy.dialects.postgresql import TSTZRANGE, Range
from sqlalchemy.orm import Mapped, mapped_column

from amigok_chassis.ids import new_id
from stream.models import Base


class Listing(Base):
    """An offer of an animal on the marketplace. One that is closed stays closed."""

    __tablename__ = "listings"

    id: Mapped[UUID] = mapped_column(primary_key=True)
    livestock_id: Mapped[UUID]
    is_open: Mapped[bool] = mapped_column(default=True)

    __table_args__ = (Index(None, "livestock_id", postgresql_where=text("is_open")),)


class Release(Base):
    """An owner lets others see what was recorded of an animal `during` a time, by one camera or by all.

    It never shows more than what lies in that owner's own intervals: whoever reads it cuts it to them.
    """

    __tablename__ = "releases"

    id: Mapped[UUID] = mapped_column(primary_key=True, default=new_id)
    livestock_id: Mapped[UUID]
    owner_id: Mapped[UUID]
    camera_id: Mapped[UUID | None]
    during: Mapped[Range[datetime]] = mapped_column(TSTZRANGE)
    released_at: Mapped[datetime]
    withdrawn_at: Mapped[datetime | None]

    __table_args__ = (
        CheckConstraint("NOT isempty(during) AND NOT lower_inf(during) AND NOT upper_inf(during)", name="during"),
        Index(None, "livestock_id", "owner_id", postgresql_where=text("withdrawn_at IS NULL")),
        Index(None, "owner_id", "id"),
    )
