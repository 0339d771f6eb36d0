"""Trees of liabilities: their leaves, the nodes some levels up, and the published roots."""

from datetime import date, datetime
from uuid import UUID

from sqlalchemy import BigInteger, CheckConstraint, DateTime, LargeBinary, UniqueConstraint
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.orm import Mapped, mapped_column

from amigok_contracts.proofs import Node, PublishedRoot
from wallet.models import Base

BOUGH = 256
"""So many leaves are below a bough: a proof needs its own bough's leaves and all boughs, not the whole tree."""


class SolvencyLeaf(Base):
    """What a user had, available and held. The hash follows from it. The order of leaves reveals no user."""

    __tablename__ = "solvency_leaves"
    __table_args__ = (
        UniqueConstraint("day", "currency", "position"),
        CheckConstraint("balance >= 0", name="balance"),
    )

    user_id: Mapped[UUID] = mapped_column(primary_key=True)
    currency: Mapped[str] = mapped_column(primary_key=True)
    day: Mapped[date] = mapped_column(primary_key=True)
    position: Mapped[int]
    balance: Mapped[int] = mapped_column(BigInteger)


class SolvencyBough(Base):
    """The node above `BOUGH` leaves; the last may have fewer."""

    __tablename__ = "solvency_boughs"

    day: Mapped[date] = mapped_column(primary_key=True)
    currency: Mapped[str] = mapped_column(primary_key=True)
    number: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    hash: Mapped[bytes] = mapped_column(LargeBinary)
    sum: Mapped[int] = mapped_column(BigInteger)

    @property
    def node(self) -> Node:
        return Node(self.hash, self.sum)


class SolvencyRoot(Base):
    """What was published; never changed, kept for ever."""

    __tablename__ = "solvency_roots"

    day: Mapped[date] = mapped_column(primary_key=True)
    currency: Mapped[str] = mapped_column(primary_key=True)
    root: Mapped[bytes] = mapped_column(LargeBinary)
    total: Mapped[int] = mapped_column(BigInteger)
    accounts: Mapped[int]
    assets: Mapped[dict[str, int]] = mapped_column(JSONB)
    seals: Mapped[int] = mapped_column(BigInteger)
    seal: Mapped[bytes] = mapped_column(LargeBinary)
    previous: Mapped[bytes] = mapped_column(LargeBinary)
    digest: Mapped[bytes] = mapped_column(LargeBinary)
    made_at: Mapped[datetime] = mapped_column(DateTime(timezone=True))

    def published(self) -> PublishedRoot:
        return PublishedRoot.model_validate(
            {
                "day": self.day,
                "currency": self.currency,
                "root": self.root.hex(),
                "total": self.total,
                "accounts": self.accounts,
                "assets": self.assets,
                "seals": self.seals,
                "seal": self.seal.hex(),
                "previous": self.previous.hex(),
                "digest": self.digest.hex(),
            }
        )
