"""The table of payments."""

from datetime import datetime
from typing import get_args
from uuid import UUID

from sqlalchemy import CHAR, BigInteger, CheckConstraint, Index, String, text
from sqlalchemy.orm import Mapped, mapped_column

from amigok_chassis.due import Due
from amigok_chassis.ids import new_id
from amigok_contracts import Money
from payment.models import Base
from payment.payments.machine import MACHINE, OPEN
from payment.providers.protocol import Method, Name

STILL_OPEN = text(MACHINE.check("state", OPEN))
"""A condition without parameters, so that the planner uses the partial index."""


class Payment(Due, Base):
    """Money that somebody pays. `reference` and `charge_reference` are the provider's ids of it.

    `refunded` is what was or is being refunded; `refunded_by_payer` is the part that the provider has refunded at the
    payer's charge. `due_at` is when the provider is asked next, if at all; payments from the wallet are moved by events
    and never polled. `exit` is the state of the question whether a saved way to pay may be charged.
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
    refunded_by_payer: Mapped[int] = mapped_column(BigInteger, default=0)
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

    __table_args__ = (
        CheckConstraint("amount > 0", name="amount"),
        CheckConstraint("refunded BETWEEN 0 AND amount", name="refunded"),
        CheckConstraint("refunded_by_payer BETWEEN 0 AND refunded", name="refunded_by_payer"),
        CheckConstraint("refunded = 0 OR state = 'completed'", name="refunded_of_completed"),
        CheckConstraint(
            "purpose IN ('deposit', 'order') AND (purpose = 'order') = (order_id IS NOT NULL)", name="purpose"
        ),
        CheckConstraint(f"provider IN {get_args(Name)}", name="provider"),
        CheckConstraint(f"method IN {get_args(Method)}", name="method"),
        CheckConstraint(MACHINE.check("state"), name="state"),
        CheckConstraint("exit IN ('asked', 'allowed', 'refused')", name="exit"),
        CheckConstraint(f"({MACHINE.check('state', OPEN)}) = (ended_at IS NULL)", name="ended"),
        CheckConstraint("due_at IS NULL OR (ended_at IS NULL AND provider <> 'wallet')", name="due"),
        Index("payments_provider_reference_key", "provider", "reference", unique=True),
        Index("payments_provider_charge_reference_idx", "provider", "charge_reference"),
        Index("payments_open_order_key", "order_id", unique=True, postgresql_where=STILL_OPEN),
        Index("payments_order_id_idx", "order_id", postgresql_where=text("order_id IS NOT NULL")),
        Index("payments_user_id_created_at_id_idx", "user_id", "created_at", "id"),
        Index("payments_created_at_id_idx", "created_at", "id"),
    )

    @property
    def money(self) -> Money:
        """The amount with its currency."""
        return Money.of_minor(self.amount, self.currency)

    @property
    def is_open(self) -> bool:
        """Whether it may still be paid."""
        return self.state in OPEN

    def expire(self, now: datetime) -> None:
        """Lets an open payment at a provider expire now, so that the next poll cancels it."""
        if self.is_open and self.provider != "wallet":
            self.expires_at = self.due_at = now

    def become(self, state: str, *, reason: str | None, now: datetime) -> bool:
        """Applies an observed state and returns whether anything changed. The row must be locked."""
        if state == self.state or not MACHINE.leads(self.state, state):
            return False
        self.state, self.reason, self.attempts = state, reason, 0
        if not self.is_open:
            self.ended_at, self.due_at = now, None
        return True
