"""The log of what clients are told, its head, and tickets to the stream."""

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import BigInteger, CheckConstraint, Index, LargeBinary, SmallInteger, String
from sqlalchemy import text as sql
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.orm import Mapped, mapped_column

from amigok_chassis.ids import new_id
from notification.models import Base

LONGEST_EVENT = 40


class Entry(Base):
    """What one user's clients are told. It has no `position` until its transaction has committed."""

    __tablename__ = "stream_entries"
    __table_args__ = (
        CheckConstraint("position > 0", name="position"),
        Index(None, "position", unique=True),
        Index(None, "user_id", "position"),
        Index(None, "created_at"),
        Index("stream_entries_fresh_idx", "id", postgresql_where=sql("position IS NULL")),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True, default=new_id)
    user_id: Mapped[UUID]
    event: Mapped[str] = mapped_column(String(LONGEST_EVENT))
    data: Mapped[dict[str, Any]] = mapped_column(JSONB)
    position: Mapped[int | None] = mapped_column(BigInteger)
    created_at: Mapped[datetime]


class Head(Base):
    """The position of the newest entry that has one. Whoever gives positions holds its lock."""

    __tablename__ = "stream_head"
    __table_args__ = (CheckConstraint("id = 1", name="only_one"),)

    id: Mapped[int] = mapped_column(SmallInteger, primary_key=True, autoincrement=False)
    position: Mapped[int] = mapped_column(BigInteger)


class Ticket(Base):
    """Opens the stream once, for who cannot send a header: by its digest, as the session that asked for it."""

    __tablename__ = "stream_tickets"
    __table_args__ = (Index(None, "expires_at"), Index(None, "user_id"))

    digest: Mapped[bytes] = mapped_column(LargeBinary, primary_key=True)
    user_id: Mapped[UUID]
    session_id: Mapped[str] = mapped_column(String(100))
    session_expires_at: Mapped[datetime]
    expires_at: Mapped[datetime]
