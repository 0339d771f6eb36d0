"""What was booked of each settlement."""

from uuid import UUID

from sqlalchemy import BigInteger
from sqlalchemy.orm import Mapped, mapped_column

from wallet.models import Base


class SettlementFees(Base):
    """The fees of a day at a provider in one currency, as of a version of the settlement."""

    __tablename__ = "settlement_fees"

    settlement_id: Mapped[UUID] = mapped_column(primary_key=True)
    version: Mapped[int] = mapped_column(BigInteger)
    fees: Mapped[int] = mapped_column(BigInteger)
