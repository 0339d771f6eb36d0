"""The rows of payouts, and where each state leads."""

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
"""Only ever on: what is seen late, twice or in another order changes nothing. `paid_after_all`: it
counted as failed, and was paid out. `returned`: it was paid out, and came back."""

NEWS_OF_ENDED: Mapping[tuple[str, str], State] = {
    ("completed", "failed"): "returned",
    ("failed", "completed"): "paid_after_all",
    ("paid_after_all", "failed"): "returned",
}
"""What a payout that has ended becomes, by its state and what the provider says."""

ASKED_ABOUT = ("failed", "paid_after_all")
"""Ends that are not changed by what a webhook says, for it may be old: the provider is asked how it is now."""

ENDED = ("completed", "failed", "paid_after_all", "returned")
CAME_TO_NOTHING = ("failed", "returned")


class Payout(Base):
    """A withdrawal on its way out; its id is the wallet's. Amounts are minor units.

    `destination` is where to, sealed for this payout, and gone when it has ended. `asked_at` is when the provider was
    asked first: until then nothing can have happened; `due_at` when it is asked next, if at all: after the end, too,
    when it has contradicted that. `reference` is the provider's own id of it.
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
        CheckConstraint(f"(reason IS NOT NULL) = (state IN {CAME_TO_NOTHING})", name="reason"),
        UniqueConstraint("provider", "reference"),
        CheckConstraint(f"due_at IS NULL OR ended_at IS NULL OR state IN {ASKED_ABOUT}", name="due"),
        Index("payouts_due_idx", "due_at", postgresql_where=text("due_at IS NOT NULL")),
        Index(None, "state", "id"),
    )

    @property
    def money(self) -> Money:
        return Money.of_minor(self.amount, self.currency)

    def may_become(self, state: str) -> bool:
        """Whether what was seen is news."""
        return state in TRANSITIONS[self.state]

    def become(self, state: str, *, reason: str | None, now: datetime) -> None:
        """Goes on. At the end nothing is kept of where the money went."""
        assert self.may_become(state)
        self.state = state
        if state in ENDED:
            self.ended_at, self.due_at, self.destination = now, None, None
            self.reason = (reason or "failed") if state in CAME_TO_NOTHING else None
