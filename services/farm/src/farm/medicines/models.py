"""What the farm knows of the catalogue of medicines."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import BigInteger, CheckConstraint, ForeignKey, Index, String
from sqlalchemy.orm import Mapped, mapped_column, relationship

from amigok_chassis.ids import new_id
from farm.models import Base


class Medicine(Base):
    """A medicine. Records of past treatments keep a retired medicine; new ones cannot name it.

    `care_version` is the version of the newest event about it, 0 while there was none. `version` is what clients knew
    it by while the catalogue was the farm's.
    """

    __tablename__ = "medicines"

    id: Mapped[UUID] = mapped_column(primary_key=True, default=new_id)
    name: Mapped[str] = mapped_column(String(200))
    active_substance: Mapped[str] = mapped_column(String(200))
    prescription_only: Mapped[bool]
    version: Mapped[int] = mapped_column(default=1, server_default="1")
    care_version: Mapped[int] = mapped_column(BigInteger, default=0, server_default="0")
    created_at: Mapped[datetime]
    retired_at: Mapped[datetime | None]

    withdrawal_periods: Mapped[list["WithdrawalPeriod"]] = relationship(
        lazy="raise", viewonly=True, order_by="WithdrawalPeriod.livestock_type_id"
    )


class WithdrawalPeriod(Base):
    """How many days after the last administration a type of animal gives no meat and no milk for people."""

    __tablename__ = "withdrawal_periods"

    medicine_id: Mapped[UUID] = mapped_column(ForeignKey("medicines.id"), primary_key=True)
    livestock_type_id: Mapped[UUID] = mapped_column(ForeignKey("livestock_types.id"), primary_key=True)
    meat_days: Mapped[int]
    milk_days: Mapped[int]

    __table_args__ = (
        CheckConstraint("meat_days BETWEEN 0 AND 730", name="meat_days"),
        CheckConstraint("milk_days BETWEEN 0 AND 730", name="milk_days"),
        Index(None, "livestock_type_id"),
    )
