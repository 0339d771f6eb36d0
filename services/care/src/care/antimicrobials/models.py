"""What the animals of farms weigh."""

from datetime import date
from decimal import Decimal
from uuid import UUID

from sqlalchemy import Numeric
from sqlalchemy.orm import Mapped, mapped_column

from care.models import Base


class FarmWeight(Base):
    """What all animals at a farm weigh together, as it was last known in a quarter that began on this day."""

    __tablename__ = "farm_weights"

    farm_id: Mapped[UUID] = mapped_column(primary_key=True)
    quarter_began: Mapped[date] = mapped_column(primary_key=True)
    kilograms: Mapped[Decimal] = mapped_column(Numeric(14, 2))
    measured_on: Mapped[date]
