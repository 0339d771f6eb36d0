"""The tables of contests."""

from uuid import UUID

from sqlalchemy import BigInteger, Index
from sqlalchemy.orm import Mapped, mapped_column

from notification.models import Base


class Contest(Base):
    """What a contest is called, as of a version of its terms."""

    __tablename__ = "contests"

    id: Mapped[UUID] = mapped_column(primary_key=True)
    version: Mapped[int] = mapped_column(BigInteger)
    title: Mapped[str]


class Entrant(Base):
    """Whose entry in a contest it is, as of a version of the entry; `left` when it is in it no more."""

    __tablename__ = "entrants"
    __table_args__ = (Index(None, "contest_id", "user_id"), Index(None, "user_id"))

    entry_id: Mapped[UUID] = mapped_column(primary_key=True)
    version: Mapped[int] = mapped_column(BigInteger)
    contest_id: Mapped[UUID]
    user_id: Mapped[UUID]
    left: Mapped[bool]
