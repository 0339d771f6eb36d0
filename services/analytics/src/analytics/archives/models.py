"""The days of the archive."""

from datetime import date, datetime
from uuid import UUID

from sqlalchemy import BigInteger, Text
from sqlalchemy.orm import Mapped, mapped_column

from amigok_chassis.due import Due
from amigok_chassis.ids import new_id
from analytics.models import Base


class ArchiveDay(Due, Base):
    """All events that arrived on a day of UTC, in one file; what its manifest says, once it is sealed.

    A sealed file is never written again.
    """

    __tablename__ = "archive_days"

    id: Mapped[UUID] = mapped_column(primary_key=True, default=new_id)
    day: Mapped[date] = mapped_column(unique=True)
    count: Mapped[int] = mapped_column(BigInteger, default=0)
    first_position: Mapped[int] = mapped_column(BigInteger, default=0)
    last_position: Mapped[int] = mapped_column(BigInteger, default=0)
    bytes: Mapped[int] = mapped_column(BigInteger, default=0)
    sha256: Mapped[str] = mapped_column(Text, default="")
    sealed_at: Mapped[datetime | None]
