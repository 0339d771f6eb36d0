"""What every channel's table has."""

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import CheckConstraint, Index, Text, func
from sqlalchemy import text as sql
from sqlalchemy.orm import Mapped, declared_attr, mapped_column


class Outgoing:
    """Something to send, written in the transaction that wants it; its text, which holds secrets, goes when it is sent.

    Each channel has a table of its own, so that none waits for another's provider.
    """

    __tablename__: str

    id: Mapped[UUID] = mapped_column(primary_key=True)
    recipient: Mapped[str]
    text: Mapped[str] = mapped_column(Text)
    created_at: Mapped[datetime]
    next_attempt_at: Mapped[datetime]
    attempts: Mapped[int] = mapped_column(default=0)
    sent_at: Mapped[datetime | None]
    abandoned_at: Mapped[datetime | None]

    @declared_attr.directive
    @classmethod
    def __table_args__(cls) -> tuple[Any, ...]:
        name = cls.__tablename__
        return (
            CheckConstraint("num_nonnulls(sent_at, abandoned_at) <= 1", name="outcome"),
            CheckConstraint("(text = '') = (sent_at IS NOT NULL OR abandoned_at IS NOT NULL)", name="text"),
            Index(
                f"{name}_pending",
                "next_attempt_at",
                postgresql_where=sql("sent_at IS NULL AND abandoned_at IS NULL"),
            ),
            Index(f"{name}_recipient_idx", func.lower(sql("recipient")), "created_at"),
            Index(f"{name}_created_at_idx", "created_at"),
        )
