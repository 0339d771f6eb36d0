"""The marketplace's copy of farms."""

from uuid import UUID

from sqlalchemy import BigInteger, Double
from sqlalchemy.orm import Mapped, mapped_column

from marketplace.models import Base


class Farm(Base):
    """A farm as of a version, and where it is, in degrees."""

    __tablename__ = "farms"

    id: Mapped[UUID] = mapped_column(primary_key=True)
    version: Mapped[int] = mapped_column(BigInteger)
    name: Mapped[str]
    latitude: Mapped[float] = mapped_column(Double)
    longitude: Mapped[float] = mapped_column(Double)
