"""Standing agreements of payers."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import BigInteger, CheckConstraint, DateTime
from sqlalchemy.orm import Mapped, mapped_column

from wallet.models import Base


class Agreement(Base):
    """A payer lets a service hold up to `most` minor units for the platform, any number of times.

    The id is the service's. Nothing changes an agreement: a choice that may cost more is another one.
    """

    __tablename__ = "agreements"
    __table_args__ = (CheckConstraint("most > 0", name="most"),)

    purpose: Mapped[str] = mapped_column(primary_key=True)
    id: Mapped[UUID] = mapped_column(primary_key=True)
    payer_id: Mapped[UUID] = mapped_column(primary_key=True)
    currency: Mapped[str] = mapped_column(primary_key=True)
    most: Mapped[int] = mapped_column(BigInteger)
    since: Mapped[datetime] = mapped_column(DateTime(timezone=True))
