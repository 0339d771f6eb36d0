"""Breeds."""

from datetime import datetime
from decimal import Decimal
from typing import Any
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, Index, Numeric, String, Text, UniqueConstraint
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.orm import Mapped, mapped_column, relationship

from farm.models import Base
from farm.tables import Retirable
from farm.types.errors import Retired
from farm.types.models import LivestockType


class Breed(Retirable, Base):
    """A breed of one livestock type, such as Merino. `typical_weight_kg` is what a grown animal weighs."""

    __tablename__ = "livestock_breeds"

    livestock_type_id: Mapped[UUID] = mapped_column(ForeignKey("livestock_types.id"))
    name: Mapped[str] = mapped_column(String(100))
    description: Mapped[str | None] = mapped_column(Text)
    typical_weight_kg: Mapped[Decimal | None] = mapped_column(Numeric(6, 2))
    characteristics: Mapped[dict[str, Any]] = mapped_column(JSONB, default=dict)
    created_at: Mapped[datetime]
    created_by: Mapped[UUID | None]

    type: Mapped[LivestockType] = relationship(lazy="raise")
    animals: Mapped[list[Any]] = relationship("Livestock", lazy="raise", viewonly=True)

    __table_args__ = (
        CheckConstraint("typical_weight_kg BETWEEN 0.1 AND 5000", name="typical_weight_kg"),
        CheckConstraint("jsonb_typeof(characteristics) = 'object'", name="characteristics"),
        UniqueConstraint("id", "livestock_type_id"),
        Index("livestock_breeds_name_key", "livestock_type_id", "name_key", unique=True),
        Index(None, "livestock_type_id", "id"),
    )

    def refuse_retired(self) -> None:
        """Raises Retired if the breed or its type takes no new animals. The type must be loaded."""
        if not (self.is_active and self.type.is_active):
            raise Retired("The breed or its type takes no new animals.")
