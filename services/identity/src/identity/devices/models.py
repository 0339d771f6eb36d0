"""The table of known devices."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from identity.models import Base

MOST = 20
"""How many devices of a user are known. The ones unused for longest are forgotten first."""


class KnownDevice(Base):
    """A browser or app that keeps a token; only its digest is here. A device of two users has a token for each."""

    __tablename__ = "known_devices"

    id: Mapped[UUID] = mapped_column(primary_key=True)
    user_id: Mapped[UUID] = mapped_column(ForeignKey("users.id", ondelete="CASCADE"))
    digest: Mapped[bytes] = mapped_column(unique=True)
    first_seen_at: Mapped[datetime]
    """When the user first signed in on it with all of their factors."""
    last_used_at: Mapped[datetime] = mapped_column(index=True)
    """When they last did so."""

    __table_args__ = (Index(None, "user_id", "last_used_at"),)
