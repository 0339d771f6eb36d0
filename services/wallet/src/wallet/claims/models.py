"""The table of claims."""

from collections.abc import Mapping
from datetime import datetime
from uuid import UUID

from sqlalchemy import BigInteger, CheckConstraint, DateTime, Index, text
from sqlalchemy.orm import Mapped, mapped_column

from amigok_contracts import Money
from wallet.models import Base

TRANSITIONS: Mapping[str, frozenset[str]] = {
    "freezing": frozenset({"collecting", "closed"}),
    "collecting": frozenset({"closed"}),
    "closed": frozenset(),
}
"""State: what may follow. `freezing`: what is taken is held. `collecting`: it is the platform's, against its losses.
`closed`: nothing more is taken."""

OPEN = text("state <> 'closed' AND taken < amount")


class Claim(Base):
    """An amount that a user owes; its id is that of the dispute, refund or withdrawal that it comes from.

    What of it is not `taken` yet is the open remainder. The `claimed` of the user's available account is the sum of
    these, so that a posting sees at once whether what it makes available is owed.
    """

    __tablename__ = "claims"
    __table_args__ = (
        CheckConstraint(f"state IN {tuple(TRANSITIONS)}", name="state"),
        CheckConstraint("amount >= 0 AND taken BETWEEN 0 AND amount", name="amount"),
        Index("claims_open_idx", "user_id", "currency", "id", postgresql_where=OPEN),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True)
    user_id: Mapped[UUID]
    currency: Mapped[str]
    amount: Mapped[int] = mapped_column(BigInteger)
    taken: Mapped[int] = mapped_column(BigInteger)
    state: Mapped[str]
    made_at: Mapped[datetime] = mapped_column(DateTime(timezone=True))

    @property
    def remainder(self) -> int:
        """Minor units that are still owed."""
        return 0 if self.state == "closed" else self.amount - self.taken

    @property
    def money(self) -> Money:
        return Money.of_minor(self.amount, self.currency)

    def take(self, available: int) -> int:
        """Counts so much of what is available as taken, at most what is owed. Returns it."""
        minor = min(available, self.remainder)
        self.taken += minor
        return minor

    def become(self, state: str, *, amount: int, taken: int) -> None:
        """Goes on, with what it comes to from now on; the user's accounts must be locked."""
        assert state in TRANSITIONS[self.state]
        self.state, self.amount, self.taken = state, amount, taken
