"""The table of payments."""

from datetime import datetime
from typing import get_args
from uuid import UUID

from sqlalchemy import CHAR, BigInteger, CheckConstraint, Index, String, text
from sqlalchemy.orm import Mapped, mapped_column

from amigok_chassis.ids import new_id
from amigok_contracts import Money
from payment.models import Base, one_of
from payment.payments.machine import NEXT, OPEN, moves
from payment.providers.shape import Method, Name
from payment.refunds.errors import RefundTooHigh

STILL_OPEN = text(one_of("state", OPEN))
"""As text, so that the planner always knows which partial index has them."""


class Payment(Base):
    """What somebody pays. `reference` and `charge_reference` are the provider's ids of it.

    `refunded` is what has been or is being given back. `due_at` is when the provider is asked next, if at all; what
    the wallet pays is told by events and never asked for. `exit` is how far the wallet was asked whether a saved way to
    pay may be charged; `refunds_due_at` when the provider is asked for refunds that we do not know of, if at all.
    """

    __tablename__ = "payments"

    id: Mapped[UUID] = mapped_column(primary_key=True, default=new_id)
    user_id: Mapped[UUID]
    purpose: Mapped[str] = mapped_column(String(10))
    order_id: Mapped[UUID | None]
    provider: Mapped[str] = mapped_column(String(10))
    method: Mapped[str] = mapped_column(String(20))
    amount: Mapped[int] = mapped_column(BigInteger)
    refunded: Mapped[int] = mapped_column(BigInteger, default=0)
    currency: Mapped[str] = mapped_column(CHAR(3))
    state: Mapped[str] = mapped_column(String(20), default="created")
    reason: Mapped[str | None] = mapped_column(String(50))
    saved_method: Mapped[str | None] = mapped_column(String(100))
    exit: Mapped[str | None] = mapped_column(String(10))
    reference: Mapped[str | None] = mapped_column(String(100))
    charge_reference: Mapped[str | None] = mapped_column(String(100))
    created_at: Mapped[datetime]
    expires_at: Mapped[datetime]
    ended_at: Mapped[datetime | None]
    attempts: Mapped[int] = mapped_column(default=0)
    due_at: Mapped[datetime | None]
    refunds_due_at: Mapped[datetime | None]

    __table_args__ = (
        CheckConstraint("amount > 0", name="amount"),
        CheckConstraint("refunded BETWEEN 0 AND amount", name="refunded"),
        CheckConstraint("refunded = 0 OR state = 'completed'", name="refunded_of_completed"),
        CheckConstraint(
            "purpose IN ('deposit', 'order') AND (purpose = 'order') = (order_id IS NOT NULL)", name="purpose"
        ),
        CheckConstraint(one_of("provider", get_args(Name)), name="provider"),
        CheckConstraint(one_of("method", get_args(Method)), name="method"),
        CheckConstraint(one_of("state", NEXT), name="state"),
        CheckConstraint("exit IN ('asked', 'allowed', 'refused')", name="exit"),
        CheckConstraint(f"({one_of('state', OPEN)}) = (ended_at IS NULL)", name="ended"),
        CheckConstraint("due_at IS NULL OR (ended_at IS NULL AND provider <> 'wallet')", name="due"),
        Index("payments_provider_reference_key", "provider", "reference", unique=True),
        Index("payments_provider_charge_reference_idx", "provider", "charge_reference"),
        Index("payments_open_order_key", "order_id", unique=True, postgresql_where=STILL_OPEN),
        Index("payments_order_id_idx", "order_id", postgresql_where=text("order_id IS NOT NULL")),
        Index("payments_due_idx", "due_at", postgresql_where=text("due_at IS NOT NULL")),
        Index("payments_refunds_due_idx", "refunds_due_at", postgresql_where=text("refunds_due_at IS NOT NULL")),
        Index("payments_user_id_created_at_id_idx", "user_id", "created_at", "id"),
        Index("payments_created_at_id_idx", "created_at", "id"),
    )

    @property
    def money(self) -> Money:
        """What is paid."""
        return Money.of_minor(self.amount, self.currency)

    @property
    def is_open(self) -> bool:
        """Whether it may still be paid."""
        return self.state in OPEN

    def refundable(self, amount: Money | None) -> int:
        """The minor units of an amount, or all that is left, that can still be given back; the row must be locked.

        Raises RefundTooHigh.
        """
        left = self.amount - self.refunded
        minor = left if amount is None else amount.minor
        if not 0 < minor <= left or (amount is not None and amount.currency != self.currency):
            raise RefundTooHigh(f"{Money.of_minor(left, self.currency).amount} {self.currency} can be given back.")
        return minor

    def run_out(self, now: datetime) -> None:
        """Nobody will make it any more: the provider is to be told now, if it is open and asks somebody outside."""
        if self.is_open and self.provider != "wallet":
            self.expires_at = self.due_at = now

    def become(self, state: str, *, reason: str | None, now: datetime) -> bool:
        """Takes what was seen of it; the row must be locked. Returns whether that changed anything."""
        if not moves(self.state, state):
            return False
        self.state, self.reason, self.attempts = state, reason, 0
        if not self.is_open:
            self.ended_at, self.due_at = now, None
        return True
