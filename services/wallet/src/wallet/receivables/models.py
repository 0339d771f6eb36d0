"""Receivables."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import BigInteger, CheckConstraint, DateTime, Index
from sqlalchemy.orm import Mapped, mapped_column

from amigok_contracts import Money
from wallet.models import Base


class Receivable(Base):
    """A charge of which only `taken` was there; the rest is open."""

    __tablename__ = "receivables"
    __table_args__ = (
        CheckConstraint("taken >= 0 AND taken < amount", name="amount"),
        Index("receivables_user_id_idx", "user_id"),
    )

    reference_id: Mapped[UUID] = mapped_column(primary_key=True)
    kind: Mapped[str] = mapped_column(primary_key=True)
    user_id: Mapped[UUID]
    currency: Mapped[str]
    amount: Mapped[int] = mapped_column(BigInteger)
    taken: Mapped[int] = mapped_column(BigInteger)
    created_at: Mapped[datetime] = mapped_column(DateTime(timezone=True))

    @property
    def open(self) -> Money:
        return Money.of_minor(self.amount - self.taken, self.currency)
