"""What the tables of mails and SMS have in common."""

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import CheckConstraint, Index, Text, func
from sqlalchemy import text as sql
from sqlalchemy.orm import Mapped, declared_attr, mapped_column

from amigok_chassis.due import Due


class Outgoing(Due):
    """A message to send, written in the transaction that wants it. Its text, which holds secrets, is erased at the end.

    Mails and SMS have a table each, so that neither waits for the other's provider.
    """

    __tablename__: str

    id: Mapped[UUID] = mapped_column(primary_key=True)
    recipient: Mapped[str]
    text: Mapped[str] = mapped_column(Text)
    created_at: Mapped[datetime]
    sent_at: Mapped[datetime | None]
    abandoned_at: Mapped[datetime | None]

    @declared_attr.directive
    @classmethod
    def __table_args__(cls) -> tuple[Any, ...]:
        name = cls.__tablename__
        return (
            CheckConstraint("num_nonnulls(sent_at, abandoned_at) <= 1", name="outcome"),
            CheckConstraint("(text = '') = (sent_at IS NOT NULL OR abandoned_at IS NOT NULL)", name="text"),
            CheckConstraint("num_nonnulls(sent_at, abandoned_at, due_at) > 0", name="pending"),
            Index(f"{name}_recipient_idx", func.lower(sql("recipient")), "created_at"),
            Index(f"{name}_created_at_idx", "created_at"),
        )

    @property
    def is_settled(self) -> bool:
        """Whether it was sent or given up."""
        return self.sent_at is not None or self.abandoned_at is not None

    def was_sent(self, now: datetime) -> None:
        self.sent_at, self.text = now, ""

    def abandon(self, now: datetime) -> None:
        """Gives it up."""
        self.abandoned_at, self.text = now, ""
