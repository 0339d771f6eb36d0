"""The table of payouts, and their states."""

from collections.abc import Mapping
from datetime import datetime
from typing import Literal, get_args
from uuid import UUID

from sqlalchemy import BigInteger, CheckConstraint, Index, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column

from amigok_contracts import Money
from payment.models import Base

State = Literal["requested", "unknown", "processing", "completed", "failed", "paid_after_all", "returned"]

TRANSITIONS: Mapping[str, tuple[State, ...]] = {
    "requested": ("unknown", "processing", "completed", "failed"),
    "unknown": ("processing", "completed", "failed"),
    "processing": ("completed", "failed"),
    "completed": ("returned",),
    "failed": ("paid_after_all",),
    "paid_after_all": ("returned",),
    "returned": (),
}
"""Each state and the states that may follow. Observations that come late, twice or in another order change nothing.
`paid_after_all`: it counted as failed and was paid out. `returned`: it was paid out and came back."""

AFTER_END: Mapping[tuple[str, str], State] = {
    ("completed", "failed"): "returned",
    ("failed", "completed"): "paid_after_all",
    ("paid_after_all", "failed"): "returned",
}
"""The next state of a payout that has ended, by its state and the one that the provider reports."""

ASKED_ABOUT = ("failed", "paid_after_all")
"""A webhook does not change these final states, because it may be out of date: the provider is asked instead."""

ENDED = ("completed", "failed", "paid_after_all", "returned")
UNSUCCESSFUL = ("failed", "returned")


class Payout(Base):
    """The payout of a withdrawal; its id is the withdrawal's. Amounts are minor units.

    `destination` is where the money goes, sealed for this payout and erased at its end. The provider was first asked at
    `asked_at`; before that nothing can have happened. It is asked next at `due_at`, if at all: also after the end, if a
    webhook contradicts it. `reference` is the provider's own id.
    """

    __tablename__ = "payouts"

    id: Mapped[UUID] = mapped_column(primary_key=True)
    user_id: Mapped[UUID]
    amount: Mapped[int] = mapped_column(BigInteger)
    currency: Mapped[str]
    method: Mapped[str]
    provider: Mapped[str]
    destination: Mapped[bytes | None]
    state: Mapped[str]
    reason: Mapped[str | None]
    reference: Mapped[str | None]
    attempts: Mapped[int] = mapped_column(default=0)
    created_at: Mapped[datetime]
    asked_at: Mapped[datetime | None]
    due_at: Mapped[datetime | None]
    ended_at: Mapped[datetime | None]

    __table_args__ = (
        CheckConstraint(f"state IN {get_args(State)}", name="state"),
        CheckConstraint("amount > 0", name="amount"),
        CheckConstraint(f"(ended_at IS NOT NULL) = (state IN {ENDED})", name="ended"),
        CheckConstraint("(destination IS NULL) = (ended_at IS NOT NULL)", name="destination"),
        CheckConstraint(f"(reason IS NOT NULL) = (state IN {UNSUCCESSFUL})", name="reason"),
        UniqueConstraint("provider", "reference"),
        CheckConstraint(f"due_at IS NULL OR ended_at IS NULL OR state IN {ASKED_ABOUT}", name="due"),
        Index("payouts_due_idx", "due_at", postgresql_where=text("due_at IS NOT NULL")),
        Index(None, "state", "id"),
    )

    @property
    def money(self) -> Money:
        return Money.of_minor(self.amount, self.currency)

    def may_become(self, state: str) -> bool:
        """Whether observing this state changes anything."""
        return state in TRANSITIONS[self.state]

    def become(self, state: str, *, reason: str | None, now: datetime) -> None:
        """Moves to a state. At the end the destination is erased."""
        assert self.may_become(state)
        self.state = state
        if state in ENDED:
            self.ended_at, self.due_at, self.destination = now, None, None
            self.reason = (reason or "failed") if state in UNSUCCESSFUL else None
