"""Charges that other services asked for."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import BigInteger, CheckConstraint, DateTime
from sqlalchemy.orm import Mapped, mapped_column

from amigok_contracts import Money
from wallet.models import Base


class Charge(Base):
    """A charge and its result, which is final. With a `reason`, nothing was taken.

    `owed` is what the payer lacked of a mandatory one: a debt.
    """

    __tablename__ = "charges"
    __table_args__ = (
        CheckConstraint("amount > 0 AND owed BETWEEN 0 AND amount", name="amount"),
        CheckConstraint("reason IS NULL OR owed = 0", name="refused"),
    )

    purpose: Mapped[str] = mapped_column(primary_key=True)
    reference_id: Mapped[UUID] = mapped_column(primary_key=True)
    payer_id: Mapped[UUID]
    currency: Mapped[str]
    amount: Mapped[int] = mapped_column(BigInteger)
    owed: Mapped[int] = mapped_column(BigInteger)
    reason: Mapped[str | None]
    at: Mapped[datetime] = mapped_column(DateTime(timezone=True))

    @property
    def money(self) -> Money:
        return Money.of_minor(self.amount, self.currency)
