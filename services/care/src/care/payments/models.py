"""Payments for care: one row for each hold or charge that the wallet was asked for."""

from datetime import datetime
from typing import Literal
from uuid import UUID

from sqlalchemy import BigInteger, CheckConstraint, ForeignKey, Index, String
from sqlalchemy.orm import Mapped, mapped_column

from amigok_chassis.ids import new_id
from amigok_contracts import Money
from care.models import Base
from care.payments.machine import PAYMENTS

_WAITING = ("requested", "capturing", "charging")
_UNPAID = ("owed",)


class Payment(Base):
    """What one owner pays, or was asked to pay, for one request; its id is the reference that the wallet knows.

    `amount` is what was asked for, `taken` what the owner paid or owes of it, in minor units. `mandatory` charges are
    never refused. What is held is the payer's again at `expires_at`.
    """

    __tablename__ = "care_payments"

    id: Mapped[UUID] = mapped_column(primary_key=True, default=new_id)
    request_id: Mapped[UUID] = mapped_column(ForeignKey("care_requests.id"))
    payer_id: Mapped[UUID]
    kind: Mapped[Literal["hold", "charge"]] = mapped_column(String(10))
    state: Mapped[str] = mapped_column(String(10))
    mandatory: Mapped[bool] = mapped_column(default=False)
    currency: Mapped[str] = mapped_column(String(3))
    amount: Mapped[int] = mapped_column(BigInteger)
    taken: Mapped[int] = mapped_column(BigInteger, default=0)
    reason: Mapped[str | None] = mapped_column(String(40))
    expires_at: Mapped[datetime | None]
    moved_at: Mapped[datetime]
    created_at: Mapped[datetime]

    __table_args__ = (
        CheckConstraint(PAYMENTS.check("state"), name="state"),
        CheckConstraint("kind IN ('hold', 'charge')", name="kind"),
        CheckConstraint("amount > 0 AND taken BETWEEN 0 AND amount", name="amount"),
        CheckConstraint("(state IN ('refused', 'released')) = (reason IS NOT NULL)", name="reason"),
        Index(None, "request_id", "id"),
        Index("care_payments_waiting_idx", "moved_at", postgresql_where=PAYMENTS.check("state", _WAITING)),
        Index("care_payments_unpaid_idx", "payer_id", postgresql_where=PAYMENTS.check("state", _UNPAID)),
        Index("care_payments_asked_key", "request_id", unique=True, postgresql_where="state = 'asked'"),
    )

    @property
    def money(self) -> Money:
        return Money.of_minor(self.amount, self.currency)

    def has_run_out(self, now: datetime) -> bool:
        """Whether the wallet holds nothing any more, even if it has not said so yet."""
        return self.expires_at is not None and self.expires_at <= now

    def move(self, action: str, *, now: datetime) -> bool:
        """Takes a step, if the state allows it; the request's row must be locked. Returns whether it did."""
        if not PAYMENTS.ends(action, self.state):
            return False
        self.state, self.moved_at = PAYMENTS.follow(action, self.state), now
        return True
