"""Who asked for a new password, and whose mail may choose one."""

from datetime import datetime, timedelta
from uuid import UUID

from sqlalchemy import ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column

from identity.models import Base

LIFETIME = timedelta(minutes=30)


class ResetRequest(Base):
    """An address that somebody typed, until it was looked up: what asking does is the same for every address."""

    __tablename__ = "reset_requests"

    id: Mapped[UUID] = mapped_column(primary_key=True)
    email: Mapped[str] = mapped_column(String(254))
    created_at: Mapped[datetime] = mapped_column(index=True)


class PasswordReset(Base):
    """The one link that may choose a user's next password; a newer mail takes its place, using it removes it."""

    __tablename__ = "password_resets"

    user_id: Mapped[UUID] = mapped_column(ForeignKey("users.id", ondelete="CASCADE"), primary_key=True)
    token_digest: Mapped[bytes] = mapped_column(unique=True)
    expires_at: Mapped[datetime] = mapped_column(index=True)
