"""Known payees, judged exits, and stops.

How much has left within a day stands on the user's account, under the lock that every posting takes.
"""

from datetime import datetime
from uuid import UUID

from sqlalchemy import BigInteger, Boolean, CheckConstraint, DateTime, Index, String
from sqlalchemy.dialects.postgresql import ARRAY
from sqlalchemy.orm import Mapped, mapped_column

from amigok_contracts import Money
from wallet.models import Base

STATES = ("allowed", "refused", "undone")


class Payee(Base):
    """Somebody whom a user has paid, and since when."""

    __tablename__ = "payees"

    user_id: Mapped[UUID] = mapped_column(primary_key=True)
    recipient_id: Mapped[UUID] = mapped_column(primary_key=True)
    since: Mapped[datetime] = mapped_column(DateTime(timezone=True))


class ExitRecord(Base):
    """An exit that was judged; small ones leave no record. One that was undone no longer counts.

    `signs` are what was unusual about it, `is_unusual` whether its owner is told.
    """

    __tablename__ = "exits"
    __table_args__ = (
        CheckConstraint(f"state IN {STATES}", name="state"),
        CheckConstraint("(state = 'refused') = (reason IS NOT NULL)", name="reason"),
        CheckConstraint("amount > 0", name="amount"),
        Index("exits_user_id_at_idx", "user_id", "at", postgresql_where="is_unusual"),
    )

    purpose: Mapped[str] = mapped_column(primary_key=True)
    reference_id: Mapped[UUID] = mapped_column(primary_key=True)
    user_id: Mapped[UUID]
    currency: Mapped[str]
    amount: Mapped[int] = mapped_column(BigInteger)
    state: Mapped[str]
    reason: Mapped[str | None]
    signs: Mapped[list[str]] = mapped_column(ARRAY(String))
    is_unusual: Mapped[bool] = mapped_column(Boolean)
    at: Mapped[datetime] = mapped_column(DateTime(timezone=True))

    @property
    def money(self) -> Money:
        return Money.of_minor(self.amount, self.currency)


class ExitStop(Base):
    """Nothing leaves the user's wallet until then; null: until they lift it."""

    __tablename__ = "exit_stops"
    __table_args__ = (CheckConstraint("since < until", name="period"),)

    user_id: Mapped[UUID] = mapped_column(primary_key=True)
    since: Mapped[datetime] = mapped_column(DateTime(timezone=True))
    until: Mapped[datetime | None] = mapped_column(DateTime(timezone=True))
