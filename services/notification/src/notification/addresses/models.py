"""The tables of addresses."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import BigInteger, CheckConstraint, Index, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from amigok_chassis.ids import new_id
from notification.models import Base

CHANNELS = ("email", "sms", "web_push", "fcm")


class Contact(Base):
    """The version of what identity last said about how a user may be told things."""

    __tablename__ = "contacts"

    user_id: Mapped[UUID] = mapped_column(primary_key=True)
    version: Mapped[int] = mapped_column(BigInteger)


class StoredAddress(Base):
    """A mail address, a number or a device, sealed. It belongs to whoever gave it last.

    `digest` finds it again. To a dead one nothing is sent until somebody gives it anew.
    """

    __tablename__ = "addresses"
    __table_args__ = (
        CheckConstraint(f"channel IN {CHANNELS}", name="channel"),
        CheckConstraint("(dead_at IS NULL) = (dead_reason IS NULL)", name="dead"),
        UniqueConstraint("channel", "digest"),
        Index(None, "user_id", "channel"),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True, default=new_id)
    user_id: Mapped[UUID]
    channel: Mapped[str] = mapped_column(String(10))
    sealed: Mapped[bytes]
    digest: Mapped[str] = mapped_column(String(43))
    created_at: Mapped[datetime]
    dead_at: Mapped[datetime | None]
    dead_reason: Mapped[str | None] = mapped_column(String(100))
