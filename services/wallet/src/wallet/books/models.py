"""Compared windows, and differences."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import BigInteger, CheckConstraint, DateTime
from sqlalchemy.orm import Mapped, mapped_column

from wallet.models import Base


class BookWindow(Base):
    """A window of another service's books, as it was stated last."""

    __tablename__ = "book_windows"

    id: Mapped[UUID] = mapped_column(primary_key=True)
    source: Mapped[str]
    after_id: Mapped[UUID]
    up_to_id: Mapped[UUID]
    items: Mapped[int]
    under_way: Mapped[int]
    stated_at: Mapped[datetime] = mapped_column(DateTime(timezone=True))


class BookDifference(Base):
    """An amount that differs between another service's books and the ledger, in minor units."""

    __tablename__ = "book_differences"
    __table_args__ = (CheckConstraint("expected <> found", name="amounts"),)

    source: Mapped[str] = mapped_column(primary_key=True)
    reference_id: Mapped[UUID] = mapped_column(primary_key=True)
    kind: Mapped[str] = mapped_column(primary_key=True)
    currency: Mapped[str] = mapped_column(primary_key=True)
    expected: Mapped[int] = mapped_column(BigInteger)
    found: Mapped[int] = mapped_column(BigInteger)
