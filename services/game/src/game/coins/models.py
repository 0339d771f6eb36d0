"""The book of coins: accounts of players, transfers, and the entries of each, which sum to zero."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import BigInteger, CheckConstraint, ForeignKey, Index, String
from sqlalchemy.orm import Mapped, mapped_column

from game.models import Base

MINT = UUID("0194a000-0000-7000-8000-000000000001")
"""The account from which coins are given. What is in circulation is what it is below zero."""

SHOP = UUID("0194a000-0000-7000-8000-000000000002")
"""The account to which coins are spent."""


class CoinAccount(Base):
    """The coins of a player. The book's own accounts have no row: their balance is the sum of their entries."""

    __tablename__ = "coin_accounts"
    __table_args__ = (CheckConstraint("balance >= 0", name="balance"),)

    owner_id: Mapped[UUID] = mapped_column(ForeignKey("players.user_id"), primary_key=True)
    balance: Mapped[int] = mapped_column(BigInteger, default=0)
    moved_at: Mapped[datetime]


class CoinTransfer(Base):
    """Coins that were moved at once. It is never changed. Its id is that of what it was for: an earning, a purchase."""

    __tablename__ = "coin_transfers"
    __table_args__ = (Index(None, "created_at"),)

    id: Mapped[UUID] = mapped_column(primary_key=True)
    kind: Mapped[str] = mapped_column(String(20))
    created_at: Mapped[datetime]


class CoinEntry(Base):
    """What one account has got, or given, in a transfer. A trigger refuses changes."""

    __tablename__ = "coin_entries"
    __table_args__ = (CheckConstraint("amount <> 0", name="amount"), Index(None, "account_id", "transfer_id"))

    transfer_id: Mapped[UUID] = mapped_column(ForeignKey("coin_transfers.id"), primary_key=True)
    account_id: Mapped[UUID] = mapped_column(primary_key=True)
    amount: Mapped[int] = mapped_column(BigInteger)
