"""One row for each device that a user has signed in on."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from identity.models import Base

MOST = 20
"""Of one user; those that were not used for longest are forgotten."""


class KnownDevice(Base):
    """A browser or app that keeps a token, of which a digest is here. A device of two users has a token for each."""

    __tablename__ = "known_devices"

    id: Mapped[UUID] = mapped_column(primary_key=True)
    user_id: Mapped[UUID] = mapped_column(ForeignKey("users.id", ondelete="CASCADE"))
    digest: Mapped[bytes] = mapped_column(unique=True)
    first_seen_at: Mapped[datetime]
    """When the user first signed in on it with all factors they have."""
    last_used_at: Mapped[datetime] = mapped_column(index=True)
    """When they last did."""

    __table_args__ = (Index(None, "user_id", "last_used_at"),)
