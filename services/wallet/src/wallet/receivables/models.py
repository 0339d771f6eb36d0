"""Debts: what users owe the platform, and what of it they have paid."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import BigInteger, CheckConstraint, DateTime, Index, SmallInteger, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column

from amigok_contracts import Money
from wallet.models import Base
from wallet.receivables.machine import DEBTS

OPEN = text("state IN ('frozen', 'owed') AND taken < amount")


class Debt(Base):
    """An amount that a user owes, or may owe; `taken` is what they have paid of it, or what is frozen for it.

    What remains of it is taken of whatever becomes available. The `owed` of the user's available account is the sum of
    these remainders, so that a posting sees at once whether what it makes available is owed. The receivable account is
    the sum of what remains of the `owed` ones. Of several debts the one with the lower `priority` is settled first,
    then the older one.
    """

    __tablename__ = "debts"
    __table_args__ = (
        UniqueConstraint("purpose", "reference_id"),
        CheckConstraint(DEBTS.check("state"), name="state"),
        CheckConstraint("amount >= 0 AND taken BETWEEN 0 AND amount", name="amount"),
        CheckConstraint("(state = 'settled') <= (taken = amount)", name="settled"),
        Index("debts_open_idx", "debtor_id", "currency", "priority", "id", postgresql_where=OPEN),
        Index("debts_debtor_id_id_idx", "debtor_id", "id"),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True)
    purpose: Mapped[str]
    reference_id: Mapped[UUID]
    debtor_id: Mapped[UUID]
    currency: Mapped[str]
    amount: Mapped[int] = mapped_column(BigInteger)
    taken: Mapped[int] = mapped_column(BigInteger)
    state: Mapped[str]
    priority: Mapped[int] = mapped_column(SmallInteger)
    description: Mapped[str]
    livestock_id: Mapped[UUID | None]
    since: Mapped[datetime] = mapped_column(DateTime(timezone=True))

    @property
    def remainder(self) -> int:
        """Minor units that are still to be taken."""
        return self.amount - self.taken if self.state in ("frozen", "owed") else 0

    def become(self, state: str, *, amount: int, taken: int) -> None:
        """Goes on, with what it comes to from now on; the debtor's accounts must be locked."""
        assert DEBTS.leads(self.state, state)
        self.state, self.amount, self.taken = state, amount, taken

    @property
    def money(self) -> Money:
        return Money.of_minor(self.amount, self.currency)

    @property
    def remaining(self) -> Money:
        return Money.of_minor(self.remainder, self.currency)
