"""Events as they came, until they are in the facts and in the archive."""

from datetime import date, datetime
from uuid import UUID

from sqlalchemy import BigInteger, Identity, Index, SmallInteger, Text
from sqlalchemy.orm import Mapped, mapped_column

from analytics.models import Base


class Heard(Base):
    """All that the fleet published before `until` has arrived. There is one row at most."""

    __tablename__ = "heard"

    id: Mapped[int] = mapped_column(SmallInteger, primary_key=True)
    until: Mapped[datetime]


class Arrival(Base):
    """An event, once by its id. It is written by COPY, under a lock: a later position was committed later.

    `day` is when it came. People in it are pseudonyms.
    """

    __tablename__ = "arrivals"
    __table_args__ = (Index(None, "day", "position"),)

    position: Mapped[int] = mapped_column(BigInteger, Identity(always=True), primary_key=True)
    event_id: Mapped[UUID]
    type: Mapped[str] = mapped_column(Text)
    major: Mapped[int] = mapped_column(SmallInteger)
    source: Mapped[str] = mapped_column(Text)
    subject: Mapped[str] = mapped_column(Text)
    occurred_at: Mapped[datetime]
    arrived_at: Mapped[datetime]
    day: Mapped[date]
    correlation_id: Mapped[str] = mapped_column(Text)
    causation_id: Mapped[str] = mapped_column(Text)
    data: Mapped[str] = mapped_column(Text)
