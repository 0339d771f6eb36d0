"""The table of devices."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import ForeignKey, Index, String
from sqlalchemy.orm import Mapped, mapped_column

from notification.models import Base


class Device(Base):
    """A browser or phone. Its id is that of its address, and it goes with it: when it dies, or gets another user."""

    __tablename__ = "devices"
    __table_args__ = (Index(None, "user_id", "seen_at"),)

    id: Mapped[UUID] = mapped_column(ForeignKey("addresses.id", ondelete="CASCADE"), primary_key=True)
    user_id: Mapped[UUID]
    channel: Mapped[str] = mapped_column(String(10))
    name: Mapped[str] = mapped_column(String(100))
    created_at: Mapped[datetime]
    seen_at: Mapped[datetime]
