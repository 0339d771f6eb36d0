"""Disputes of payments for animals, and what happened to the animal in each."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import CHAR, BigInteger, CheckConstraint, ForeignKey, Index, String
from sqlalchemy.orm import Mapped, mapped_column

from amigok_chassis.machine import Machine, step
from amigok_contracts import Money
from farm.models import Base

DISPUTES = Machine(
    "disputes",
    states=("open", "reclaimed", "undecided", "lost", "won", "owed", "returned", "kept", "settled"),
    steps={
        "open": step(None, to="open", by="dispute"),
        "reclaim": step("open", to="reclaimed", by="dispute", then=["farm.livestock.reclaimed"]),
        "ask": step("open", to="undecided", by="dispute"),
        "lose": step("open", to="lost", by="dispute"),
        "win": step("open", "undecided", "lost", "kept", to="won", by="dispute"),
        "owe": step("reclaimed", "returned", to="owed", by="dispute"),
        "return": step("undecided", to="returned", by="admin", then=["farm.livestock.reclaimed"]),
        "keep": step("undecided", to="kept", by="admin"),
        "settle": step("owed", to="settled", by="admin"),
    },
    meanings={
        "reclaimed": "all was lost, and the platform owns the animal again",
        "undecided": "a part was lost, or the animal is dead: people decide",
        "lost": "the payer no longer owned the animal",
        "owed": "won after the animal was reclaimed: people settle what is owed to the payer",
        "returned": "people decided that the platform owns the animal again",
        "kept": "people decided that its owner keeps the animal",
    },
)

UNSETTLED = ("open", "undecided", "owed")
"""The states in which something is still to be decided or settled."""


class Dispute(Base):
    """A dispute of a payment for an animal, over `amount` of what was `paid`."""

    __tablename__ = "disputes"

    id: Mapped[UUID] = mapped_column(primary_key=True)
    livestock_id: Mapped[UUID] = mapped_column(ForeignKey("livestock.id"))
    order_id: Mapped[UUID]
    user_id: Mapped[UUID]
    amount_minor: Mapped[int] = mapped_column(BigInteger)
    paid_minor: Mapped[int] = mapped_column(BigInteger)
    currency: Mapped[str] = mapped_column(CHAR(3))
    state: Mapped[str] = mapped_column(String(20))
    opened_at: Mapped[datetime]
    changed_at: Mapped[datetime]

    __table_args__ = (
        CheckConstraint("amount_minor <= paid_minor", name="amount"),
        CheckConstraint(DISPUTES.check("state"), name="state"),
        Index(None, "state", "id"),
        Index(None, "livestock_id"),
    )

    @property
    def amount(self) -> Money:
        return Money.of_minor(self.amount_minor, self.currency)

    @property
    def paid(self) -> Money:
        return Money.of_minor(self.paid_minor, self.currency)

    @property
    def is_part(self) -> bool:
        return self.amount_minor < self.paid_minor

    def become(self, action: str, *, now: datetime) -> None:
        """Takes a step; the animal's row must be locked. Raises WrongState."""
        self.state = DISPUTES.follow(action, self.state)
        self.changed_at = now
