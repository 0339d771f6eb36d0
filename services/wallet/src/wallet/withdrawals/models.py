"""Withdrawals."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import BigInteger, CheckConstraint, DateTime, Index, SmallInteger
from sqlalchemy.orm import Mapped, mapped_column

from amigok_contracts import Money
from wallet.models import Base
from wallet.withdrawals.errors import (
    OwnWithdrawal,
    SecondAdministratorRequired,
    WithdrawalChanged,
    WithdrawalClosed,
)
from wallet.withdrawals.machine import WITHDRAWALS

UNDECIDED = ("requested", "approved_once")
LIVE = (*UNDECIDED, "approved")
SENT = ("approved", "completed", "failed", "paid_after_all", "returned")
GIVEN_BACK = ("rejected", "cancelled", "failed", "returned")
"""What ended without money going out does not count against a limit."""

METHODS = ("bank_transfer", "paypal")


class Withdrawal(Base):
    """A user's wish to have money elsewhere. It is held (purpose `withdrawal`, reference its id) until the end.

    `sealed` is where to; it is forgotten with the person.
    """

    __tablename__ = "withdrawals"
    __table_args__ = (
        CheckConstraint(WITHDRAWALS.check("state"), name="state"),
        CheckConstraint("amount > 0", name="amount"),
        CheckConstraint(f"method IN {METHODS}", name="method"),
        CheckConstraint("first_approved_by <> decided_by", name="four_eyes"),
        CheckConstraint("user_id <> first_approved_by AND user_id <> decided_by", name="not_ones_own"),
        CheckConstraint("approvals_needed IN (1, 2)", name="approvals_needed"),
        CheckConstraint(
            "first_approved_by IS NOT NULL OR NOT (state = 'approved_once' "
            f"OR (approvals_needed = 2 AND state IN {SENT}))",
            name="approved_once",
        ),
        CheckConstraint(f"(state IN {(*SENT, 'rejected')}) = (decided_by IS NOT NULL)", name="decided"),
        CheckConstraint(
            f"(state IN {LIVE}) = (ended_at IS NULL) AND (state NOT IN {LIVE} OR sealed IS NOT NULL)", name="ended"
        ),
        Index("withdrawals_user_id_id_idx", "user_id", "id"),
        Index("withdrawals_state_id_idx", "state", "id"),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True)
    user_id: Mapped[UUID]
    currency: Mapped[str]
    amount: Mapped[int] = mapped_column(BigInteger)
    method: Mapped[str]
    sealed: Mapped[bytes | None]
    state: Mapped[str]
    note: Mapped[str | None]
    """What the administrator who decided wrote."""
    reason: Mapped[str | None]
    """Why it failed or came back, a stable code."""
    requested_at: Mapped[datetime] = mapped_column(DateTime(timezone=True))
    approvals_needed: Mapped[int] = mapped_column(SmallInteger)
    first_approved_by: Mapped[UUID | None]
    decided_by: Mapped[UUID | None]
    decided_at: Mapped[datetime | None] = mapped_column(DateTime(timezone=True))
    ended_at: Mapped[datetime | None] = mapped_column(DateTime(timezone=True))

    @property
    def money(self) -> Money:
        return Money.of_minor(self.amount, self.currency)

    def approve(self, by: UUID, *, note: str, now: datetime, first_counts: bool = True) -> bool:
        """Lets the money go; the first of two only begins to. Returns whether it may go now.

        `first_counts`: who approved first is an administrator still; otherwise this is the first approval.
        Raises OwnWithdrawal, WithdrawalClosed, SecondAdministratorRequired.
        """
        self.check_decider(by)
        if self.state == "approved_once" and not first_counts:
            self.first_approved_by = by
            return False
        if self.state == "requested" and self.approvals_needed == 2:
            self._move("approved_once")
            self.first_approved_by = by
            return False
        if self.first_approved_by == by and self.state == "approved_once":
            raise SecondAdministratorRequired
        self._move("approved")
        self._decide(by, note, now)
        return True

    def check_seen(self, state: str) -> None:
        """Raises WithdrawalClosed when it is decided, WithdrawalChanged when it is not as it was seen."""
        if self.state not in UNDECIDED:
            raise WithdrawalClosed(f"The withdrawal is {self.state}.")
        if self.state != state:
            raise WithdrawalChanged

    def reject(self, by: UUID, *, note: str, now: datetime) -> None:
        """Refuses; whoever approved first may do that, too. Raises OwnWithdrawal, WithdrawalClosed."""
        self.check_decider(by)
        self.end("rejected", now=now)
        if self.first_approved_by == by:
            self.first_approved_by = None
        self._decide(by, note, now)

    def end(self, state: str, *, now: datetime, reason: str | None = None) -> None:
        """Raises WithdrawalClosed."""
        self._move(state)
        self.ended_at, self.reason = now, reason

    def check_decider(self, by: UUID) -> None:
        """Raises OwnWithdrawal."""
        if self.user_id == by:
            raise OwnWithdrawal

    def _decide(self, by: UUID, note: str, now: datetime) -> None:
        self.decided_by, self.note, self.decided_at = by, note or None, now

    def _move(self, state: str) -> None:
        if not WITHDRAWALS.leads(self.state, state):
            raise WithdrawalClosed(f"The withdrawal is {self.state}.")
        self.state = state


class KycName(Base):
    """Who a user has proved to be, sealed with the data key, as of a version; gone with the person."""

    __tablename__ = "kyc_names"

    user_id: Mapped[UUID] = mapped_column(primary_key=True)
    version: Mapped[int] = mapped_column(BigInteger)
    sealed: Mapped[bytes]
