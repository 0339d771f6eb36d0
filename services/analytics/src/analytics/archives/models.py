"""The days of the archive."""

from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import BigInteger
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.orm import Mapped, mapped_column

from amigok_chassis.due import Due
from amigok_chassis.ids import new_id
from analytics.models import Base


class ArchiveDay(Due, Base):
    """All events that arrived on a day of UTC, in files: what the manifest says of them, once the day is sealed.
    Until then `parts` are the files that are finished.

    The files of a sealed day are never written again.
    """

    __tablename__ = "archive_days"

    id: Mapped[UUID] = mapped_column(primary_key=True, default=new_id)
    day: Mapped[date] = mapped_column(unique=True)
    count: Mapped[int] = mapped_column(BigInteger, default=0)
    last_position: Mapped[int] = mapped_column(BigInteger, default=0)
    parts: Mapped[list[dict[str, Any]]] = mapped_column(JSONB, default=list)
    sealed_at: Mapped[datetime | None]
