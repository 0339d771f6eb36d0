"""The table of watches."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import BigInteger, DateTime, ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from marketplace.models import Base


class Watch(Base):
    """A user watches a listing. `lowest` is the lowest price that they know of."""

    __tablename__ = "watches"
    __table_args__ = (Index("watches_user_id_idx", "user_id", "watched_at", "listing_id"),)

    listing_id: Mapped[UUID] = mapped_column(ForeignKey("listings.id"), primary_key=True)
    user_id: Mapped[UUID] = mapped_column(primary_key=True)
    lowest: Mapped[int] = mapped_column(BigInteger)
    watched_at: Mapped[datetime] = mapped_column(DateTime(timezone=True))
