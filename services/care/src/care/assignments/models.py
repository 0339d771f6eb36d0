"""Medicines that were assigned."""

from decimal import Decimal
from uuid import UUID

from sqlalchemy import BigInteger, CheckConstraint, ForeignKey, Numeric, String
from sqlalchemy.orm import Mapped, mapped_column

from care.models import Base


class AssignedMedicine(Base):
    """So many units of a medicine that an administrator has asked for in a request. `cost_minor` was in its quote."""

    __tablename__ = "assigned_medicines"

    request_id: Mapped[UUID] = mapped_column(primary_key=True)
    medicine_id: Mapped[UUID] = mapped_column(ForeignKey("medicines.id"))
    medicine_name: Mapped[str] = mapped_column(String(200))
    unit: Mapped[str] = mapped_column(String(20))
    quantity: Mapped[Decimal] = mapped_column(Numeric(14, 3))
    cost_minor: Mapped[int] = mapped_column(BigInteger)

    __table_args__ = (
        CheckConstraint("quantity > 0", name="quantity"),
        CheckConstraint("cost_minor >= 0", name="cost"),
    )
