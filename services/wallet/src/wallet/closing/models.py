"""Wallets that are about to close."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import DateTime
from sqlalchemy.orm import Mapped, mapped_column

from wallet.models import Base


class Closing(Base):
    """The wallet was found empty and takes in nothing that a person could send or bring until then."""

    __tablename__ = "closings"

    user_id: Mapped[UUID] = mapped_column(primary_key=True)
    until: Mapped[datetime] = mapped_column(DateTime(timezone=True))
