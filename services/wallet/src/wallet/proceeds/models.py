"""Proceeds, and how often somebody was paid."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import BigInteger, CheckConstraint, DateTime, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from wallet.models import Base
from wallet.proceeds.machine import PROCEEDS


class Proceeds(Base):
    """A payee's share of what was paid through a provider; it is held for the payee with `id` as reference."""

    __tablename__ = "proceeds"
    __table_args__ = (
        UniqueConstraint("purpose", "reference_id", "payee_id"),
        CheckConstraint(PROCEEDS.check("state"), name="state"),
        Index("proceeds_waiting_idx", "release_at", postgresql_where="state = 'waiting'"),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True)
    purpose: Mapped[str]
    reference_id: Mapped[UUID]
    payment_id: Mapped[UUID]
    payee_id: Mapped[UUID]
    currency: Mapped[str]
    amount: Mapped[int] = mapped_column(BigInteger)
    state: Mapped[str]
    release_at: Mapped[datetime] = mapped_column(DateTime(timezone=True))


class Seller(Base):
    """How often somebody was paid for what others asked for."""

    __tablename__ = "sellers"

    user_id: Mapped[UUID] = mapped_column(primary_key=True)
    sales: Mapped[int]
