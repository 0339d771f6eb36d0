"""Disputes, as far as the ledger is concerned."""

from collections.abc import Mapping
from datetime import datetime
from uuid import UUID

from sqlalchemy import BigInteger, CheckConstraint, DateTime, Index
from sqlalchemy.orm import Mapped, mapped_column

from wallet.errors import DisputeEnded
from wallet.models import CLEARING_KINDS, Base

TRANSITIONS: Mapping[str, frozenset[str]] = {
    "opened": frozenset({"won", "lost"}),
    "won": frozenset(),
    "lost": frozenset(),
}


class Dispute(Base):
    """Money that a bank took back from a provider. What the user had left of it is a hold with the same reference."""

    __tablename__ = "disputes"
    __table_args__ = (
        CheckConstraint(f"state IN {tuple(TRANSITIONS)}", name="state"),
        CheckConstraint("amount > 0", name="amount"),
        CheckConstraint(f"provider IN {CLEARING_KINDS}", name="provider"),
        Index("disputes_user_id_idx", "user_id", postgresql_where="state = 'opened'"),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True)
    payment_id: Mapped[UUID]
    user_id: Mapped[UUID]
    currency: Mapped[str]
    amount: Mapped[int] = mapped_column(BigInteger)
    provider: Mapped[str]
    state: Mapped[str]
    opened_at: Mapped[datetime] = mapped_column(DateTime(timezone=True))
    ended_at: Mapped[datetime | None] = mapped_column(DateTime(timezone=True))

    def end(self, state: str, now: datetime) -> None:
        """Is won or lost. Raises DisputeEnded."""
        if state not in TRANSITIONS[self.state]:
            raise DisputeEnded(f"The dispute is {self.state} already.")
        self.state, self.ended_at = state, now
