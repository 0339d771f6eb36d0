"""The ledger: immutable balanced transfers and their entries."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import BigInteger, CheckConstraint, DateTime, ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from wallet.models import Base

TRANSFER_KINDS = (
    "credit",
    "correction",
    "transfer",
    "hold",
    "capture",
    "release",
    "charge",
    "reward",
    "debt",
    "debt_paid",
    "debt_given_up",
    "deposit",
    "refund",
    "refund_outside",
    "refund_returned",
    "withdrawal",
    "withdrawal_returned",
    "dispute",
    "dispute_won",
    "dispute_lost",
    "dispute_settled",
    "proceeds_kept",
    "fees",
)
"""How money can move. What for is the purpose: that anybody may invent."""


class Transfer(Base):
    """Why money moved. Never changed; a reversal is another transfer.

    Each kind happens once for a purpose and what it refers to. The purpose is null where money moves for what it
    refers to itself: a deposit, a withdrawal, a dispute.
    """

    __tablename__ = "transfers"
    __table_args__ = (
        CheckConstraint(f"kind IN {TRANSFER_KINDS}", name="kind"),
        Index(
            "transfers_reference_id_kind_purpose_key",
            "reference_id",
            "kind",
            "purpose",
            unique=True,
            postgresql_where="reference_id IS NOT NULL",
            postgresql_nulls_not_distinct=True,
        ),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True)
    kind: Mapped[str]
    currency: Mapped[str]
    purpose: Mapped[str | None]
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
