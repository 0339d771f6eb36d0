"""Prizes that were won, and what winners are entitled to."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import BigInteger, CheckConstraint, ForeignKey, Index, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from amigok_chassis.due import Due
from amigok_contracts import Money
from game.models import Base
from game.prizes.machine import AWARDS


class Award(Due, Base):
    """What an animal won at a rank by a line (`item`) of a contest's prizes; it goes to who had entered the animal.

    Its id follows from these, and is the reference of the wallet's reward: it is given once, whatever is repeated. The
    amount is in minor units. It is due when it may be given, or is to be looked at again.
    """

    __tablename__ = "awards"

    id: Mapped[UUID] = mapped_column(primary_key=True)
    contest_id: Mapped[UUID] = mapped_column(ForeignKey("contests.id"))
    entry_id: Mapped[UUID] = mapped_column(ForeignKey("entries.id"))
    livestock_id: Mapped[UUID]
    owner_id: Mapped[UUID]
    rank: Mapped[int]
    item: Mapped[int]
    kind: Mapped[str] = mapped_column(String(20))
    amount: Mapped[int | None] = mapped_column(BigInteger)
    currency: Mapped[str | None] = mapped_column(String(3))
    what: Mapped[str | None] = mapped_column(String(200))
    percent: Mapped[int | None]
    state: Mapped[str] = mapped_column(String(10))
    reason: Mapped[str | None] = mapped_column(String(20))
    transfer_id: Mapped[UUID | None]
    planned_at: Mapped[datetime]
    moved_at: Mapped[datetime]

    __table_args__ = (
        CheckConstraint(AWARDS.check("state"), name="state"),
        CheckConstraint("(kind = 'cash') = (num_nulls(amount, currency) = 0) AND amount > 0", name="amount"),
        CheckConstraint("(kind = 'cash') = (what IS NULL)", name="what"),
        CheckConstraint("(state IN ('withheld', 'forfeited')) = (reason IS NOT NULL)", name="reason"),
        CheckConstraint("(state = 'paid') = (transfer_id IS NOT NULL)", name="transfer"),
        CheckConstraint("state IN ('due', 'withheld') OR due_at IS NULL", name="due_at"),
        UniqueConstraint("contest_id", "rank", "livestock_id", "item"),
        Index(None, "owner_id", "id"),
        Index("awards_requested_idx", "moved_at", postgresql_where="state = 'requested'"),
    )

    @property
    def money(self) -> Money | None:
        return Money.of_minor(self.amount or 0, self.currency) if self.currency else None

    def become(self, action: str, *, now: datetime, reason: str | None = None) -> None:
        """Takes a step with one end; the row must be locked. Raises WrongState."""
        self.state, self.moved_at, self.reason = AWARDS.follow(action, self.state), now, reason
        self.due_at = None


class Entitlement(Base):
    """A prize that is no money. Its owner sees a code when it is issued; whoever redeems it knows its SHA-256."""

    __tablename__ = "entitlements"

    id: Mapped[UUID] = mapped_column(ForeignKey("awards.id"), primary_key=True)
    owner_id: Mapped[UUID]
    granted_at: Mapped[datetime]
    expires_at: Mapped[datetime]
    code_digest: Mapped[str | None] = mapped_column(String(64), unique=True)
    code_issued_at: Mapped[datetime | None]

    __table_args__ = (
        CheckConstraint("num_nulls(code_digest, code_issued_at) IN (0, 2)", name="code"),
        Index(None, "owner_id", "id"),
    )
