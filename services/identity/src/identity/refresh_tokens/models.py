"""The table of refresh tokens."""

from datetime import datetime, timedelta
from uuid import UUID

from sqlalchemy import ForeignKey, Index
from sqlalchemy import text as sql
from sqlalchemy.orm import Mapped, mapped_column

from identity.models import Base

RETRY = timedelta(seconds=60)
"""How long a token may be used again: by a client that lost the answer, or by another tab."""


class RefreshToken(Base):
    """One token of a session's chain. The one that is not rotated is the one to use."""

    __tablename__ = "refresh_tokens"

    digest: Mapped[bytes] = mapped_column(primary_key=True)
    session_id: Mapped[UUID] = mapped_column(ForeignKey("sessions.id", ondelete="CASCADE"))
    created_at: Mapped[datetime]
    rotated_at: Mapped[datetime | None]

    __table_args__ = (
        Index("refresh_tokens_session_id_idx", session_id),
        Index(
            "refresh_tokens_current_key",
            session_id,
            unique=True,
            postgresql_where=sql("rotated_at IS NULL"),
        ),
    )

    def may_be_exchanged(self, now: datetime) -> bool:
        """Whether it is the token to use, or was until a moment ago."""
        return self.rotated_at is None or now < self.rotated_at + RETRY
