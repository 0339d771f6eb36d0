"""The table of disputes, and how one moves."""

from collections.abc import Mapping
from datetime import datetime
from uuid import UUID

from sqlalchemy import CHAR, BigInteger, CheckConstraint, ForeignKey, Index, String
from sqlalchemy.orm import Mapped, mapped_column

from amigok_chassis.ids import new_id
from amigok_contracts import Money
from payment.models import Base, one_of

NEXT: Mapping[str, frozenset[str]] = {"opened": frozenset({"won", "lost"}), "won": frozenset(), "lost": frozenset()}
"""State: what may follow. `won`: the money is back with the platform. `lost`: it stays with the payer's bank."""


class Dispute(Base):
    """One dispute at a provider. `order_id` and `livestock_id` are what was bought with the payment, if anything."""

    __tablename__ = "disputes"

    id: Mapped[UUID] = mapped_column(primary_key=True, default=new_id)
    payment_id: Mapped[UUID] = mapped_column(ForeignKey("payments.id"))
    user_id: Mapped[UUID]
    order_id: Mapped[UUID | None]
    livestock_id: Mapped[UUID | None]
    provider: Mapped[str] = mapped_column(String(10))
    reference: Mapped[str] = mapped_column(String(100))
    amount: Mapped[int] = mapped_column(BigInteger)
    currency: Mapped[str] = mapped_column(CHAR(3))
    state: Mapped[str] = mapped_column(String(10))
    opened_at: Mapped[datetime]
    ended_at: Mapped[datetime | None]

    __table_args__ = (
        CheckConstraint("amount > 0", name="amount"),
        CheckConstraint(one_of("state", NEXT), name="state"),
        CheckConstraint("(state = 'opened') = (ended_at IS NULL)", name="ended"),
        Index("disputes_provider_reference_key", "provider", "reference", unique=True),
        Index("disputes_payment_id_idx", "payment_id"),
        Index("disputes_state_id_idx", "state", "id"),
    )

    @property
    def money(self) -> Money:
        """What is disputed."""
        return Money.of_minor(self.amount, self.currency)

    def end(self, state: str, *, now: datetime) -> bool:
        """Takes how it ended; the row must be locked. Returns whether that is new."""
        if state not in NEXT[self.state]:
            return False
        self.state, self.ended_at = state, now
        return True
