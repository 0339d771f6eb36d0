"""The table of payouts."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import BigInteger, CheckConstraint, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from amigok_chassis.due import Due
from amigok_contracts import Money
from payment.models import Base
from payment.payouts.machine import ASKED_ABOUT, ENDED, MACHINE, UNSUCCESSFUL


class Payout(Due, Base):
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
    created_at: Mapped[datetime]
    asked_at: Mapped[datetime | None]
    ended_at: Mapped[datetime | None]

    __table_args__ = (
        CheckConstraint(MACHINE.check("state"), name="state"),
        CheckConstraint("amount > 0", name="amount"),
        CheckConstraint(f"(ended_at IS NOT NULL) = ({MACHINE.check('state', ENDED)})", name="ended"),
        CheckConstraint("(destination IS NULL) = (ended_at IS NOT NULL)", name="destination"),
        CheckConstraint(f"(reason IS NOT NULL) = (state IN {UNSUCCESSFUL})", name="reason"),
        UniqueConstraint("provider", "reference"),
        CheckConstraint(f"due_at IS NULL OR ended_at IS NULL OR state IN {ASKED_ABOUT}", name="due"),
        Index(None, "state", "id"),
    )

    @property
    def money(self) -> Money:
        return Money.of_minor(self.amount, self.currency)

    def may_become(self, state: str) -> bool:
        """Whether observing this state changes anything."""
        return MACHINE.leads(self.state, state)

    def become(self, state: str, *, reason: str | None, now: datetime) -> None:
        """Moves to a state. At the end the destination is erased."""
        assert self.may_become(state)
        self.state = state
        if state in ENDED:
            self.ended_at, self.due_at, self.destination = now, None, None
            self.reason = (reason or "failed") if state in UNSUCCESSFUL else None
