"""What users have asked to bring in. The payment that follows has the same id."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import BigInteger, CheckConstraint, DateTime, Index
from sqlalchemy.orm import Mapped, mapped_column

from amigok_contracts import Money
from wallet.deposits.machine import DEPOSITS
from wallet.models import Base

METHODS = ("card", "bank_transfer", "crypto", "paypal")


class Deposit(Base):
    """A request to bring money in. The ledger knows only money that has arrived."""

    __tablename__ = "deposits"
    __table_args__ = (
        CheckConstraint(DEPOSITS.check("state"), name="state"),
        CheckConstraint("amount > 0", name="amount"),
        CheckConstraint(f"method IN {METHODS}", name="method"),
        Index("deposits_user_id_id_idx", "user_id", "id"),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True)
    user_id: Mapped[UUID]
    currency: Mapped[str]
    amount: Mapped[int] = mapped_column(BigInteger)
    method: Mapped[str]
    state: Mapped[str]
    created_at: Mapped[datetime] = mapped_column(DateTime(timezone=True))
    ended_at: Mapped[datetime | None] = mapped_column(DateTime(timezone=True))

    @property
    def money(self) -> Money:
        return Money.of_minor(self.amount, self.currency)

    def become(self, state: str, now: datetime) -> None:
        """Goes on to a state, if it leads there; else it stays."""
        if DEPOSITS.leads(self.state, state):
            self.state, self.ended_at = state, now
