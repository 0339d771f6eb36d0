"""How far the facts are."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import BigInteger, Text
from sqlalchemy.orm import Mapped, mapped_column

from amigok_chassis.due import Due
from analytics.models import Base

LOAD = UUID(int=1)
"""The id of the only row."""


class Load(Due, Base):
    """Up to which position arrivals are in the facts. It is due again and again."""

    __tablename__ = "loads"

    id: Mapped[UUID] = mapped_column(primary_key=True)
    position: Mapped[int] = mapped_column(BigInteger)


class Watermark(Base):
    """The newest event of a service that is in the facts: what was emitted before it is there, too, or on its way."""

    __tablename__ = "watermarks"

    source: Mapped[str] = mapped_column(Text, primary_key=True)
    event_id: Mapped[UUID]
    occurred_at: Mapped[datetime]
    arrived_at: Mapped[datetime]
    loaded_at: Mapped[datetime]
