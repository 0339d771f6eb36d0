"""The tables of movements at providers, and of settlements and their differences."""

from datetime import date, datetime
from typing import Literal, get_args
from uuid import UUID

from sqlalchemy import BigInteger, CheckConstraint, ForeignKey, Index, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column

from amigok_chassis.ids import new_id
from payment.models import Base

Kind = Literal["missing_here", "missing_there", "amount", "state"]


class MovementRow(Base):
    """One row of a provider's balance. It never changes. Amounts are minor units; money out is negative."""

    __tablename__ = "settlement_movements"

    provider: Mapped[str] = mapped_column(primary_key=True)
    external_id: Mapped[str] = mapped_column(primary_key=True)
    subject: Mapped[str | None]
    reference: Mapped[str]
    amount: Mapped[int] = mapped_column(BigInteger)
    fee: Mapped[int] = mapped_column(BigInteger)
    currency: Mapped[str]
    at: Mapped[datetime]

    __table_args__ = (Index(None, "provider", "at"), Index(None, "provider", "reference"))


class Day(Base):
    """A day (UTC) of a provider, and when it is compared next. Null if it agreed or is too old."""

    __tablename__ = "settlement_days"

    provider: Mapped[str] = mapped_column(primary_key=True)
    day: Mapped[date] = mapped_column(primary_key=True)
    next_run_at: Mapped[datetime | None]

    __table_args__ = (
        Index("settlement_days_due_idx", "next_run_at", postgresql_where=text("next_run_at IS NOT NULL")),
    )


class Settlement(Base):
    """A day of a provider in one currency: what moved there (`gross`, in less out), its `fees`, and what is left.

    `moving` counts differences that are too recent to be judged: the day is compared again.
    """

    __tablename__ = "settlements"

    id: Mapped[UUID] = mapped_column(primary_key=True, default=new_id)
    provider: Mapped[str]
    day: Mapped[date]
    currency: Mapped[str]
    gross: Mapped[int] = mapped_column(BigInteger)
    fees: Mapped[int] = mapped_column(BigInteger)
    net: Mapped[int] = mapped_column(BigInteger)
    movements: Mapped[int]
    differences: Mapped[int]
    moving: Mapped[int]
    reconciled_at: Mapped[datetime]

    __table_args__ = (
        UniqueConstraint("provider", "day", "currency"),
        CheckConstraint("net = gross - fees", name="net"),
        Index(None, "day", "id"),
    )


class Difference(Base):
    """A difference in the last comparison of a day: `expected` from our row, `found` at the provider."""

    __tablename__ = "settlement_differences"

    id: Mapped[UUID] = mapped_column(primary_key=True, default=new_id)
    settlement_id: Mapped[UUID] = mapped_column(ForeignKey("settlements.id"))
    kind: Mapped[str]
    subject: Mapped[str]
    reference: Mapped[str]
    our_id: Mapped[UUID | None]
    our_state: Mapped[str | None]
    expected: Mapped[int] = mapped_column(BigInteger)
    found: Mapped[int] = mapped_column(BigInteger)

    __table_args__ = (
        CheckConstraint(f"kind IN {get_args(Kind)}", name="kind"),
        CheckConstraint("(kind = 'missing_here') = (our_id IS NULL)", name="our_id"),
        Index(None, "settlement_id", "id"),
    )
