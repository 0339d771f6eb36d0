"""Holds."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import BigInteger, CheckConstraint, DateTime, Index, UniqueConstraint, Uuid, text
from sqlalchemy.dialects.postgresql import ARRAY
from sqlalchemy.orm import Mapped, mapped_column

from amigok_contracts import Money
from wallet.holds.errors import HoldEnded
from wallet.holds.machine import HOLDS
from wallet.models import Base


class Hold(Base):
    """Money set aside for one purpose, until it is captured or released, once.

    `payee_ids` are who may be paid from it. `funded_by` is the payment that brought it in. `gives_back`: it returns to
    where it came from, to no payee. Without `expires_at` it stays until what it is for ends.
    """

    __tablename__ = "holds"
    __table_args__ = (
        UniqueConstraint("purpose", "reference_id"),
        CheckConstraint(HOLDS.check("state"), name="state"),
        CheckConstraint("amount > 0 OR (amount = 0 AND state = 'refused')", name="amount"),
        CheckConstraint("captured BETWEEN 0 AND amount", name="captured_within"),
        CheckConstraint("(state = 'captured') = (captured > 0)", name="captured"),
        CheckConstraint("NOT gives_back OR payee_ids = '{}'", name="gives_back"),
        Index("holds_expires_at_idx", "expires_at", postgresql_where="state = 'placed'"),
        Index("holds_user_id_idx", "user_id", postgresql_where="state = 'placed'"),
        Index("holds_funded_by_idx", "funded_by", postgresql_where="funded_by IS NOT NULL"),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True)
    purpose: Mapped[str]
    reference_id: Mapped[UUID]
    user_id: Mapped[UUID]
    payee_ids: Mapped[list[UUID]] = mapped_column(ARRAY(Uuid), server_default="{}")
    currency: Mapped[str]
    amount: Mapped[int] = mapped_column(BigInteger)
    captured: Mapped[int] = mapped_column(BigInteger, default=0)
    state: Mapped[str]
    reason: Mapped[str | None]
    description: Mapped[str] = mapped_column(server_default="")
    funded_by: Mapped[UUID | None]
    gives_back: Mapped[bool] = mapped_column(server_default=text("false"))
    expires_at: Mapped[datetime | None] = mapped_column(DateTime(timezone=True))
    created_at: Mapped[datetime] = mapped_column(DateTime(timezone=True))
    ended_at: Mapped[datetime | None] = mapped_column(DateTime(timezone=True))

    @property
    def money(self) -> Money:
        return Money.of_minor(self.amount, self.currency)

    def capture(self, amount: int, *, now: datetime) -> None:
        """Ends the hold with `amount` minor units of it taken. Raises HoldEnded."""
        self._end("captured", now)
        self.captured = amount

    def release(self, reason: str, *, now: datetime) -> None:
        """Ends the hold with nothing taken, for good. Raises HoldEnded."""
        self._end("released", now)
        self.reason = reason

    def expire(self, *, now: datetime) -> None:
        """Ends the hold with nothing taken; it may still be captured. Raises HoldEnded."""
        self._end("expired", now)
        self.reason = "expired"

    def _end(self, state: str, now: datetime) -> None:
        if not HOLDS.leads(self.state, state):
            raise HoldEnded(f"The hold is {self.state} already.")
        self.state, self.ended_at = state, now
