"""Disputes, as far as the ledger is concerned."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import BigInteger, CheckConstraint, DateTime, Index, text
from sqlalchemy.orm import Mapped, mapped_column

from wallet.disputes.machine import DISPUTES
from wallet.models import Base


class Dispute(Base):
    """Money that a bank took back from a provider: `charged_back` from the platform, `amount` to be the user's loss.

    The debt with the same reference holds what was frozen or taken for it.
    """

    __tablename__ = "disputes"
    __table_args__ = (
        CheckConstraint(DISPUTES.check("state"), name="state"),
        CheckConstraint("amount >= 0 AND charged_back >= 0", name="amount"),
        Index("disputes_open_idx", "user_id", postgresql_where=text("state = 'opened'")),
        Index("disputes_payment_id_idx", "payment_id"),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True)
    payment_id: Mapped[UUID]
    user_id: Mapped[UUID]
    currency: Mapped[str]
    amount: Mapped[int] = mapped_column(BigInteger)
    charged_back: Mapped[int] = mapped_column(BigInteger)
    charged_back_currency: Mapped[str]
    provider: Mapped[str]
    state: Mapped[str]
    opened_at: Mapped[datetime] = mapped_column(DateTime(timezone=True))
    ended_at: Mapped[datetime | None] = mapped_column(DateTime(timezone=True))

    def end(self, state: str, now: datetime) -> None:
        """Is won or lost; the row must be locked."""
        assert DISPUTES.leads(self.state, state)
        self.state, self.ended_at = state, now
