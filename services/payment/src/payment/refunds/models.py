"""The tables of refunds and of their reconciliations."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import CHAR, BigInteger, CheckConstraint, ForeignKey, Index, String, Text, text
from sqlalchemy.orm import Mapped, mapped_column

from amigok_chassis.due import Due
from amigok_chassis.ids import new_id
from amigok_contracts import Money
from payment.models import Base
from payment.refunds.machine import MACHINE, OPEN, UNSUCCESSFUL

REQUESTED = text("state = 'requested'")
"""A condition without parameters, so that the planner uses the partial index."""


class Refund(Due, Base):
    """A refund of a payment or of a part of it. `reason` is free text, `failure` a stable code.

    `origin` is `provider` if somebody made the refund at the provider, else `platform`. `animal` is the decision about
    the animal that the payment bought. Since `held_at` the provider may have been asked; at `due_at` it is asked next,
    if at all.
    """

    __tablename__ = "refunds"

    id: Mapped[UUID] = mapped_column(primary_key=True, default=new_id)
    payment_id: Mapped[UUID] = mapped_column(ForeignKey("payments.id"))
    user_id: Mapped[UUID]
    provider: Mapped[str] = mapped_column(String(10))
    amount: Mapped[int] = mapped_column(BigInteger)
    currency: Mapped[str] = mapped_column(CHAR(3))
    destination: Mapped[str] = mapped_column(String(10))
    charged_to: Mapped[str] = mapped_column(String(10))
    reason: Mapped[str] = mapped_column(Text)
    state: Mapped[str] = mapped_column(String(20))
    failure: Mapped[str | None] = mapped_column(String(50))
    reference: Mapped[str | None] = mapped_column(String(100))
    origin: Mapped[str] = mapped_column(String(10))
    animal: Mapped[str | None] = mapped_column(String(10))
    requested_by: Mapped[UUID | None]
    created_at: Mapped[datetime]
    held_at: Mapped[datetime | None]
    ended_at: Mapped[datetime | None]

    __table_args__ = (
        CheckConstraint("amount > 0", name="amount"),
        CheckConstraint(
            "(destination, charged_to) IN (('provider', 'user'), ('provider', 'platform'), ('wallet', 'platform'))",
            name="way",
        ),
        CheckConstraint(MACHINE.check("state"), name="state"),
        CheckConstraint(f"(state IN {OPEN}) = (ended_at IS NULL)", name="ended"),
        CheckConstraint(f"(state IN {UNSUCCESSFUL}) = (failure IS NOT NULL)", name="failure"),
        CheckConstraint(
            "origin IN ('platform', 'provider') AND (origin = 'platform') = (requested_by IS NOT NULL)", name="origin"
        ),
        CheckConstraint("animal IN ('stays', 'returns')", name="animal"),
        CheckConstraint("due_at IS NULL OR state IN ('held', 'processing', 'unknown')", name="due"),
        Index("refunds_provider_reference_key", "provider", "reference", unique=True),
        Index("refunds_payment_id_idx", "payment_id"),
        Index("refunds_user_id_idx", "user_id"),
        Index("refunds_requested_idx", "created_at", postgresql_where=REQUESTED),
    )

    @property
    def money(self) -> Money:
        """The amount with its currency."""
        return Money.of_minor(self.amount, self.currency)

    @property
    def made_outside(self) -> bool:
        """Whether somebody made it at the provider."""
        return self.origin == "provider"

    def become(self, state: str, *, failure: str | None, now: datetime) -> bool:
        """Applies an observed state and returns whether anything changed. The row must be locked.

        A refund that fails after it was completed has come back.
        """
        state = "returned" if (self.state, state) == ("completed", "failed") else state
        if not MACHINE.leads(self.state, state):
            return False
        self.state, self.attempts = state, 0
        self.failure = (failure or "failed") if state in UNSUCCESSFUL else None
        if state == "held":
            self.held_at = self.due_at = now
        if state not in OPEN:
            self.ended_at, self.due_at = now, None
        return True


class Reconciliation(Due, Base):
    """A payment whose refunds are listed at its provider, because it reported more of them than we know."""

    __tablename__ = "refund_reconciliations"

    payment_id: Mapped[UUID] = mapped_column(ForeignKey("payments.id"), primary_key=True)
