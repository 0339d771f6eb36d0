"""Accounts: whose money of which kind."""

from datetime import datetime
from functools import lru_cache
from uuid import UUID, uuid5

from sqlalchemy import BigInteger, CheckConstraint, DateTime, UniqueConstraint, text
from sqlalchemy.dialects.postgresql import ARRAY
from sqlalchemy.orm import Mapped, mapped_column

from wallet.models import Base

_NAMESPACE = UUID("5f0f6a39-3c0b-4d8e-9f0e-6a1b8a4a2c11")

AVAILABLE, HELD, RECEIVABLE = "available", "held", "receivable"
USER_KINDS = (AVAILABLE, HELD, RECEIVABLE)
"""What a user can spend, what is set aside, and what they owe, which is never above zero."""

CLEARING_KINDS = ("stripe", "paypal")
SYSTEM_KINDS = ("external", "revenue", "sales", *CLEARING_KINDS, "disputes", "losses", "fees")
"""What came from outside by hand, what the platform earns, what it sells, what lies at each provider, what banks took
back for now, and for good, and what providers charge. What the platform has is negative, as in `external`: the users'
side of it is positive."""

LIMIT = 10**15
"""So many minor units are more than `Money` can hold: no balance reaches them."""


def revenue(fee: str) -> str:
    """The kind of the platform's account for fees of a kind, such as `revenue.sale`."""
    return f"revenue.{fee}"


@lru_cache(100_000)
def account_id(owner_id: UUID | None, kind: str, currency: str) -> UUID:
    """The id of an account follows from what it is, so that posting needs no look-up. No owner: the platform's."""
    return uuid5(_NAMESPACE, f"{owner_id or 'platform'}/{kind}/{currency}")


class Account(Base):
    """Whose money of which kind. A user's balance is kept; only that of `receivable` may be negative.

    The platform's own accounts are in nearly every transfer: they keep no balance, or everyone would wait for its
    lock; theirs is the sum of their entries. Postings go past the ORM: a row that was loaded before one keeps what it
    had, so balances are asked for. `posted_at` is the time of a user's newest entry: the next comes later.
    `owed` is what is taken of whatever becomes available (`receivables`): while there is any, nothing is available (a
    deferred trigger). A `receivable` account is locked only by who holds the lock on the `available` one.
    """

    __tablename__ = "accounts"
    __table_args__ = (
        UniqueConstraint("owner_id", "kind", "currency", postgresql_nulls_not_distinct=True),
        CheckConstraint(f"CASE kind WHEN '{RECEIVABLE}' THEN balance <= 0 ELSE balance >= 0 END", name="balance"),
        CheckConstraint(f"abs(balance) < {LIMIT}", name="limit"),
        CheckConstraint("(owner_id IS NULL) = (balance IS NULL)", name="platform"),
        CheckConstraint(f"owed >= 0 AND (owed = 0 OR kind = '{AVAILABLE}')", name="owed"),
        CheckConstraint(
            f"(owner_id IS NULL) = (kind IN {SYSTEM_KINDS} OR kind LIKE 'revenue.%') "
            f"AND (owner_id IS NOT NULL) = (kind IN {USER_KINDS})",
            name="kind",
        ),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True)
    owner_id: Mapped[UUID | None]
    kind: Mapped[str]
    currency: Mapped[str]
    balance: Mapped[int | None] = mapped_column(BigInteger)
    owed: Mapped[int] = mapped_column(BigInteger, server_default="0")
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
