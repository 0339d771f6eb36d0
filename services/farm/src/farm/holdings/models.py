"""How many animals people own, and how many withdrawals of theirs are open."""

from uuid import UUID

from sqlalchemy import BigInteger, Identity
from sqlalchemy.orm import Mapped, mapped_column

from farm.models import Base


class OwnerHoldings(Base):
    """What was last told of a user."""

    __tablename__ = "owner_holdings"

    user_id: Mapped[UUID] = mapped_column(primary_key=True)
    version: Mapped[int] = mapped_column(BigInteger)
    animals: Mapped[int]
    withdrawals: Mapped[int]


class HoldingsChange(Base):
    """So many more or less of a user, which is not told yet. Rows are only added, so nobody waits for anybody."""

    __tablename__ = "owner_holdings_changes"

    id: Mapped[int] = mapped_column(BigInteger, Identity(always=True), primary_key=True)
    user_id: Mapped[UUID]
    animals: Mapped[int]
    withdrawals: Mapped[int]
