"""What owners owe for feed, and what keeps their animals from being sold for it."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import Index
from sqlalchemy.orm import Mapped, mapped_column

from feed.models import Base


class Debt(Base):
    """What the wallet says that an owner owes for an animal's feed. Its two events may come in any order."""

    __tablename__ = "debts"

    purpose: Mapped[str] = mapped_column(primary_key=True)
    reference_id: Mapped[UUID] = mapped_column(primary_key=True)
    livestock_id: Mapped[UUID | None]
    owner_id: Mapped[UUID]
    recorded_at: Mapped[datetime | None]
    settled_at: Mapped[datetime | None]

    __table_args__ = (Index("debts_open_idx", "livestock_id", "owner_id", postgresql_where="settled_at IS NULL"),)


class UnpaidBlock(Base):
    """A block that keeps an animal from being sold by an owner who does not pay for its feed."""

    __tablename__ = "unpaid_blocks"

    source_id: Mapped[UUID] = mapped_column(primary_key=True)
    livestock_id: Mapped[UUID]
    owner_id: Mapped[UUID]
    placed_at: Mapped[datetime]
    ended_at: Mapped[datetime | None]

    __table_args__ = (
        Index("unpaid_blocks_live_key", "livestock_id", "owner_id", unique=True, postgresql_where="ended_at IS NULL"),
    )


class MoneyArrival(Base):
    """When an owner last got money while a price of theirs was asked for: it may have been refused before."""

    __tablename__ = "money_arrivals"

    owner_id: Mapped[UUID] = mapped_column(primary_key=True)
    arrived_at: Mapped[datetime]
