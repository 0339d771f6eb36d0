"""Statements of books, and where facts differ from them."""

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import BigInteger, CheckConstraint, Index, String
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.orm import Mapped, mapped_column

from amigok_chassis.due import Due
from analytics.models import Base


class BookStatement(Due, Base):
    """A window of a service's books, as it was stated last. It is due until facts agree with it."""

    __tablename__ = "book_statements"
    __table_args__ = (Index(None, "compared_at"),)

    id: Mapped[UUID] = mapped_column(primary_key=True)
    source: Mapped[str] = mapped_column(String(40))
    after_id: Mapped[UUID]
    up_to_id: Mapped[UUID]
    stated_at: Mapped[datetime]
    items: Mapped[list[dict[str, Any]]] = mapped_column(JSONB)
    under_way: Mapped[list[str]] = mapped_column(JSONB)
    compared_at: Mapped[datetime | None]


class BookDifference(Base):
    """An amount that differs between a service's books and the facts, in minor units.

    What is new may be on its way: from `told_at` on it is known not to be, and figures are marked as stale.
    """

    __tablename__ = "book_differences"
    __table_args__ = (
        CheckConstraint("expected <> found", name="amounts"),
        Index(None, "statement_id"),
    )

    source: Mapped[str] = mapped_column(String(40), primary_key=True)
    place: Mapped[str] = mapped_column(String(10), primary_key=True)
    reference_id: Mapped[UUID] = mapped_column(primary_key=True)
    kind: Mapped[str] = mapped_column(String(40), primary_key=True)
    currency: Mapped[str] = mapped_column(String(3), primary_key=True)
    statement_id: Mapped[UUID]
    expected: Mapped[int] = mapped_column(BigInteger)
    found: Mapped[int] = mapped_column(BigInteger)
    found_at: Mapped[datetime]
    told_at: Mapped[datetime | None]
