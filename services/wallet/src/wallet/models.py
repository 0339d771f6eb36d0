"""The ledger: accounts, immutable balanced transfers, and holds."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from functools import lru_cache
from typing import Any
from uuid import UUID, uuid5

from sqlalchemy import BigInteger, CheckConstraint, DateTime, ForeignKey, Index, MetaData, UniqueConstraint, text
from sqlalchemy.dialects.postgresql import ARRAY, JSONB
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column

from amigok_chassis.money import CURRENCIES
from amigok_chassis.tables import CONVENTION
from amigok_contracts import Money
from wallet.errors import HoldEnded

_NAMESPACE = UUID("5f0f6a39-3c0b-4d8e-9f0e-6a1b8a4a2c11")

USER_KINDS = ("available", "held")
CLEARING_KINDS = ("stripe", "paypal")
SYSTEM_KINDS = ("external", "revenue", "sales", *CLEARING_KINDS, "disputes", "losses", "fees")
"""What came from outside by hand, fees, animals sold, what lies at each provider, what banks took back for now, and
for good, and what providers charge. What the platform has is negative, as in `external`: the users' side of it is
positive."""

TRANSFER_KINDS = (
    *("credit", "transfer", "hold", "capture", "release", "deposit", "withdrawal", "refund"),
    *("dispute", "dispute_won", "dispute_lost", "dispute_settled", "claim_returned", "claim"),
    *("refund_outside", "refund_returned", "withdrawal_returned", "proceeds_kept", "fees", "feeding", "care", "reward"),
    *("correction", "insurance", "animal_withdrawal"),
)

PURPOSES = ("order", "refund", "withdrawal", "dispute", "proceeds")
"""What money is held for. Only an order's hold expires: who holds for something else ends it."""

HOLD_TRANSITIONS: Mapping[str, frozenset[str]] = {
    "placed": frozenset({"captured", "released", "expired"}),
    "captured": frozenset(),
    "released": frozenset(),
    "expired": frozenset({"captured"}),
    "refused": frozenset(),
}
"""The states of a hold and where each may lead. One that expired may still be captured, if the money is there."""

LIMIT = 10**15
"""So many minor units are more than `Money` can say: no balance reaches them."""


@lru_cache(100_000)
def account_id(owner_id: UUID | None, kind: str, currency: str) -> UUID:
    """The id of an account follows from what it is, so that posting needs no look-up. No owner: the platform's."""
    return uuid5(_NAMESPACE, f"{owner_id or 'platform'}/{kind}/{currency}")


class Base(DeclarativeBase):
    metadata = MetaData(naming_convention=CONVENTION)


class Account(Base):
    """Whose money of which kind. A user's balance is kept and may not be negative.

    The platform's own accounts are in nearly every transfer: they keep no balance, or everyone would wait for its
    lock; theirs is the sum of their entries. `posted_at` is the time of a user's newest entry: the next comes later.
    `claimed` is what the user owes (`claims`): while there is any, nothing is available (a deferred trigger).
    """

    __tablename__ = "accounts"
    __table_args__ = (
        UniqueConstraint("owner_id", "kind", "currency", postgresql_nulls_not_distinct=True),
        CheckConstraint("balance >= 0", name="balance"),
        CheckConstraint(f"balance < {LIMIT}", name="limit"),
        CheckConstraint("(owner_id IS NULL) = (balance IS NULL)", name="platform"),
        CheckConstraint("claimed >= 0 AND (claimed = 0 OR kind = 'available')", name="claimed"),
        CheckConstraint(
            f"(owner_id IS NULL) = (kind IN {SYSTEM_KINDS}) AND (owner_id IS NOT NULL) = (kind IN {USER_KINDS})",
            name="kind",
        ),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True)
    owner_id: Mapped[UUID | None]
    kind: Mapped[str]
    currency: Mapped[str]
    balance: Mapped[int | None] = mapped_column(BigInteger)
    claimed: Mapped[int] = mapped_column(BigInteger, server_default="0")
    posted_at: Mapped[datetime | None] = mapped_column(DateTime(timezone=True))
    created_at: Mapped[datetime] = mapped_column(DateTime(timezone=True))
    exits: Mapped[list[int]] = mapped_column(ARRAY(BigInteger), server_default="{}")
    exits_total: Mapped[int] = mapped_column(BigInteger, server_default=text("0"))
    exits_hour: Mapped[int] = mapped_column(server_default=text("0"))
    """What has left by the hour, newest first, all of it, and the number of the first hour (see `exits.totals`)."""
    watched: Mapped[bool] = mapped_column(server_default=text("false"))
    """Whether what comes and goes has to be looked at: the owner is inactive, has stopped exits or is disputed, or was.

    Triggers set it, under the lock that a posting waits for.
    """


class Transfer(Base):
    """Why money moved. Never changed; a reversal is another transfer. For what it refers to, each kind happens once."""

    __tablename__ = "transfers"
    __table_args__ = (
        CheckConstraint(f"kind IN {TRANSFER_KINDS}", name="kind"),
        Index(
            "transfers_reference_id_kind_key",
            "reference_id",
            "kind",
            unique=True,
            postgresql_where="reference_id IS NOT NULL",
        ),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True)
    kind: Mapped[str]
    currency: Mapped[str]
    reference_id: Mapped[UUID | None]
    initiated_by: Mapped[UUID | None]
    description: Mapped[str]
    created_at: Mapped[datetime] = mapped_column(DateTime(timezone=True))


class Entry(Base):
    """What a transfer did to one account, in minor units; the entries of a transfer sum to zero.

    Those of a user's account come one after the other in time, and each balance follows from the one before.
    """

    __tablename__ = "entries"
    __table_args__ = (
        CheckConstraint("amount <> 0", name="amount"),
        Index(
            "entries_account_id_posted_at_key",
            "account_id",
            "posted_at",
            unique=True,
            postgresql_where="balance_after IS NOT NULL",
        ),
    )

    transfer_id: Mapped[UUID] = mapped_column(ForeignKey("transfers.id"), primary_key=True)
    account_id: Mapped[UUID] = mapped_column(ForeignKey("accounts.id"), primary_key=True)
    amount: Mapped[int] = mapped_column(BigInteger)
    balance_after: Mapped[int | None] = mapped_column(BigInteger)
    posted_at: Mapped[datetime] = mapped_column(DateTime(timezone=True))


class Hold(Base):
    """Money set aside for one purpose, until it is captured or released, once."""

    __tablename__ = "holds"
    __table_args__ = (
        UniqueConstraint("purpose", "reference_id"),
        CheckConstraint(f"purpose IN {PURPOSES}", name="purpose"),
        CheckConstraint("(purpose = 'order') = (expires_at IS NOT NULL)", name="expires"),
        CheckConstraint("state IN ('placed', 'captured', 'released', 'expired', 'refused')", name="state"),
        CheckConstraint("amount > 0 AND captured >= 0 AND captured <= amount", name="amount"),
        CheckConstraint("(state = 'captured') = (captured > 0)", name="captured"),
        Index("holds_expires_at_idx", "expires_at", postgresql_where="state = 'placed'"),
        Index("holds_user_id_idx", "user_id", postgresql_where="state = 'placed'"),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True)
    purpose: Mapped[str] = mapped_column(server_default="order")
    reference_id: Mapped[UUID]
    order_id: Mapped[UUID | None] = mapped_column(unique=True)
    """For code of the former version, filled by a trigger; nothing reads it here."""
    user_id: Mapped[UUID]
    currency: Mapped[str]
    amount: Mapped[int] = mapped_column(BigInteger)
    captured: Mapped[int] = mapped_column(BigInteger, default=0)
    state: Mapped[str]
    reason: Mapped[str | None]
    expires_at: Mapped[datetime | None] = mapped_column(DateTime(timezone=True))
    created_at: Mapped[datetime] = mapped_column(DateTime(timezone=True))
    ended_at: Mapped[datetime | None] = mapped_column(DateTime(timezone=True))

    @property
    def money(self) -> Money:
        return Money.of_minor(self.amount, self.currency)

    def capture(self, amount: int, *, now: datetime) -> None:
        """Ends the hold with `amount` minor units of it taken. Raises HoldEnded."""
        self._end("captured", now)
        self.captured = amount

    def release(self, reason: str, *, now: datetime) -> None:
        """Ends the hold with nothing taken. Raises HoldEnded."""
        self._end("expired" if reason == "expired" else "released", now)
        self.reason = reason

    def _end(self, state: str, now: datetime) -> None:
        if state not in HOLD_TRANSITIONS[self.state]:
            raise HoldEnded(f"The hold is {self.state} already.")
        self.state, self.ended_at = state, now


class Proof(Base):
    """What an hourly proof of the ledger found: how much there was, and every difference."""

    __tablename__ = "proofs"

    made_at: Mapped[datetime] = mapped_column(DateTime(timezone=True), primary_key=True)
    transfers: Mapped[int] = mapped_column(BigInteger)
    entries: Mapped[int] = mapped_column(BigInteger)
    differences: Mapped[list[dict[str, Any]]] = mapped_column(JSONB)


def platform_accounts(kinds: Sequence[str]) -> list[dict[str, Any]]:
    """The platform's own accounts of these kinds, one in each currency."""
    return [
        {"id": account_id(None, kind, code), "kind": kind, "currency": code} for code in CURRENCIES for kind in kinds
    ]
