"""The tables of notices."""

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, Index, String, UniqueConstraint
from sqlalchemy import text as sql
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.orm import Mapped, mapped_column

from amigok_chassis.ids import new_id
from notification.models import Base

LONGEST_KIND = 40
LONGEST_SOURCE = 120


class Notice(Base):
    """A fact that one user was told: `source` names it, so that they are told once, however often it comes.

    Notices of one group that come together have the first of them as their head. The inbox shows heads, with the
    `size` of their groups; members are read and deleted with them.
    """

    __tablename__ = "notices"
    __table_args__ = (
        CheckConstraint("size >= 1", name="size"),
        CheckConstraint("head_id IS NULL OR size = 1", name="member"),
        CheckConstraint("head_id <> id", name="head"),
        UniqueConstraint("user_id", "kind", "source"),
        Index("notices_inbox_idx", "user_id", "id", postgresql_where=sql("head_id IS NULL AND deleted_at IS NULL")),
        Index(
            "notices_unread_idx",
            "user_id",
            "id",
            postgresql_where=sql("head_id IS NULL AND deleted_at IS NULL AND read_at IS NULL"),
        ),
        Index(None, "head_id", postgresql_where=sql("head_id IS NOT NULL")),
        Index(None, "created_at"),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True, default=new_id)
    user_id: Mapped[UUID]
    kind: Mapped[str] = mapped_column(String(LONGEST_KIND))
    source: Mapped[str] = mapped_column(String(LONGEST_SOURCE))
    data: Mapped[dict[str, Any]] = mapped_column(JSONB)
    head_id: Mapped[UUID | None] = mapped_column(ForeignKey("notices.id", ondelete="CASCADE"))
    size: Mapped[int] = mapped_column(default=1)
    created_at: Mapped[datetime]
    read_at: Mapped[datetime | None]
    deleted_at: Mapped[datetime | None]


class Gathering(Base):
    """Which notice is the head of a user's group, for those that come until `open_until`."""

    __tablename__ = "gatherings"
    __table_args__ = (Index(None, "head_id"), Index(None, "open_until"))

    user_id: Mapped[UUID] = mapped_column(primary_key=True)
    kind: Mapped[str] = mapped_column(String(LONGEST_KIND), primary_key=True)
    topic: Mapped[str] = mapped_column(String(LONGEST_SOURCE), primary_key=True)
    head_id: Mapped[UUID] = mapped_column(ForeignKey("notices.id", ondelete="CASCADE"))
    open_until: Mapped[datetime]
