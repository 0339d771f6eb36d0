from datetime import datetime
from uuid import UUID

from sqlalchemy import BigInteger, DateTime, Identity, MetaData
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column

from amigok_chassis.due import Due
from amigok_chassis.tables import CONVENTION


class Base(DeclarativeBase):
    metadata = MetaData(naming_convention=CONVENTION)


class Note(Base):
    """A row for each note that was written or consumed: consuming one twice would show."""

    __tablename__ = "notes"

    position: Mapped[int] = mapped_column(BigInteger, Identity(always=True), primary_key=True)
    note_id: Mapped[UUID]
    number: Mapped[int] = mapped_column(BigInteger)
    text: Mapped[str]
    label: Mapped[str | None] = mapped_column(unique=True)


class Letter(Due, Base):
    """Something to send. A letter that could not be sent in time says so."""

    __tablename__ = "letters"

    id: Mapped[UUID] = mapped_column(primary_key=True)
    text: Mapped[str]
    created_at: Mapped[datetime] = mapped_column(DateTime(timezone=True))
