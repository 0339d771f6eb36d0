"""Proceeds, and how often somebody has sold."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import BigInteger, CheckConstraint, DateTime, Index
from sqlalchemy.orm import Mapped, mapped_column

from amigok_chassis.ids import new_id
from wallet.models import Base

STATES = ("unsold", "waiting", "released", "kept")
"""`unsold`: the order is paid. `waiting`: the seller's share is held. `kept`: it was taken for a dispute that was
lost."""


class Proceeds(Base):
    """What an order brings that was paid through a provider; the seller's share is held with `id` as reference."""

    __tablename__ = "proceeds"
    __table_args__ = (
        CheckConstraint(f"state IN {STATES}", name="state"),
        CheckConstraint("(state = 'unsold') = (seller_id IS NULL)", name="seller"),
        CheckConstraint("state <> 'waiting' OR release_at IS NOT NULL", name="release"),
        Index("proceeds_waiting_idx", "release_at", postgresql_where="state = 'waiting'"),
    )

    order_id: Mapped[UUID] = mapped_column(primary_key=True)
    id: Mapped[UUID] = mapped_column(unique=True, default=new_id)
    payment_id: Mapped[UUID]
    seller_id: Mapped[UUID | None]
    currency: Mapped[str]
    amount: Mapped[int] = mapped_column(BigInteger)
    state: Mapped[str]
    release_at: Mapped[datetime | None] = mapped_column(DateTime(timezone=True))


class Seller(Base):
    """How many sales somebody has completed."""

    __tablename__ = "sellers"

    user_id: Mapped[UUID] = mapped_column(primary_key=True)
    sales: Mapped[int]
