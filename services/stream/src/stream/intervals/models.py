"""Who owned an animal from when to when."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import BigInteger, Index
from sqlalchemy.dialects.postgresql import TSTZRANGE, ExcludeConstraint, Range
from sqlalchemy.orm import Mapped, mapped_column

from stream.models import Base


class Interval(Base):
    """One user owned an animal `during` this time; it has no end while they still do. The platform's time has no row.

    Two owners never have the same moment.
    """

    __tablename__ = "ownership_intervals"

    livestock_id: Mapped[UUID] = mapped_column(primary_key=True)
    version: Mapped[int] = mapped_column(BigInteger, primary_key=True)
    owner_id: Mapped[UUID]
    during: Mapped[Range[datetime]] = mapped_column(TSTZRANGE)

    __table_args__ = (
        ExcludeConstraint(
            ("livestock_id", "="), ("during", "&&"), using="gist", name="ownership_intervals_during_excl"
        ),
        Index(None, "owner_id", "livestock_id"),
    )
