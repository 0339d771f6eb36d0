"""What proofs found."""

from datetime import datetime
from typing import Any

from sqlalchemy import BigInteger, DateTime
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.orm import Mapped, mapped_column

from wallet.models import Base


class Proof(Base):
    """What an hourly proof of the ledger found: how much there was, and every difference."""

    __tablename__ = "proofs"

    made_at: Mapped[datetime] = mapped_column(DateTime(timezone=True), primary_key=True)
    transfers: Mapped[int] = mapped_column(BigInteger)
    entries: Mapped[int] = mapped_column(BigInteger)
    differences: Mapped[list[dict[str, Any]]] = mapped_column(JSONB)
