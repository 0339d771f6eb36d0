"""The table of refunds."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import CHAR, BigInteger, CheckConstraint, ForeignKey, Index, String, Text, text
from sqlalchemy.orm import Mapped, mapped_column

from amigok_chassis.ids import new_id
from amigok_contracts import Money
from payment.models import Base, one_of
from payment.refunds.machine import CAME_TO_NOTHING, NEXT, OPEN

REQUESTED = text("state = 'requested'")
"""As text, so that the planner always knows which partial index has them."""


class Refund(Base):
    """A part of a payment that is given back. `reason` is what was written, `failure` a stable code.

    Its `origin` is the platform, or the provider where somebody made it there. `animal` is what was decided about what
    the payment had bought.

    `held_at` is since when the provider may have been asked; `due_at` when it is asked next, if at all.
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
    attempts: Mapped[int] = mapped_column(default=0)
    due_at: Mapped[datetime | None]

    __table_args__ = (
        CheckConstraint("amount > 0", name="amount"),
        CheckConstraint(
            "(destination, charged_to) IN (('provider', 'user'), ('provider', 'platform'), ('wallet', 'platform'))",
            name="way",
        ),
        CheckConstraint(one_of("state", NEXT), name="state"),
        CheckConstraint(f"({one_of('state', OPEN)}) = (ended_at IS NULL)", name="ended"),
        CheckConstraint(f"({one_of('state', CAME_TO_NOTHING)}) = (failure IS NOT NULL)", name="failure"),
        CheckConstraint(
            "origin IN ('platform', 'provider') AND (origin = 'platform') = (requested_by IS NOT NULL)", name="origin"
        ),
        CheckConstraint("animal IN ('stays', 'returns')", name="animal"),
        CheckConstraint("due_at IS NULL OR state IN ('held', 'processing', 'unknown')", name="due"),
        Index("refunds_provider_reference_key", "provider", "reference", unique=True),
        Index("refunds_payment_id_idx", "payment_id"),
        Index("refunds_user_id_idx", "user_id"),
        Index("refunds_requested_idx", "created_at", postgresql_where=REQUESTED),
        Index("refunds_due_idx", "due_at", postgresql_where=text("due_at IS NOT NULL")),
    )

    @property
    def money(self) -> Money:
        """What is given back."""
        return Money.of_minor(self.amount, self.currency)

    @property
    def made_outside(self) -> bool:
        return self.origin == "provider"

    def become(self, state: str, *, failure: str | None, now: datetime) -> bool:
        """Takes what is known of it; the row must be locked. Returns whether that changed anything.

        One that fails after it was completed has come back.
        """
        state = "returned" if (self.state, state) == ("completed", "failed") else state
        if state == self.state or state not in NEXT[self.state]:
            return False
        self.state, self.attempts = state, 0
        self.failure = (failure or "failed") if state in CAME_TO_NOTHING else None
        if state == "held":
            self.held_at = self.due_at = now
        if state not in OPEN:
            self.ended_at, self.due_at = now, None
        return True
