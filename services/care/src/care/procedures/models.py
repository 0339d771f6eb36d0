"""The catalogue of care services. Requests keep their own copy of the name, type, duration and price."""

from datetime import datetime
from typing import Literal, get_args
from uuid import UUID

from sqlalchemy import ARRAY, CheckConstraint, Index, String, Text, Uuid, text
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.orm import Mapped, mapped_column

from amigok_chassis.ids import new_id
from amigok_chassis.rows import Named
from amigok_contracts import Money
from care.models import Base

CareType = Literal["checkup", "vaccination", "treatment", "emergency", "grooming", "surgery"]
Pricing = Literal["fixed", "estimated"]
"""`fixed`: the price is the quote. `estimated`: somebody looks at the animal's case and quotes."""


class Procedure(Named, Base):
    """A care service of the catalogue, as it is offered now.

    `prices` has minor units by currency. `livestock_type_ids` are the types that it is for, none: all.
    `veterinarian_ids` are who may do it, none: every veterinarian.
    """

    __tablename__ = "care_services"

    id: Mapped[UUID] = mapped_column(primary_key=True, default=new_id)
    version: Mapped[int] = mapped_column(default=1)
    is_active: Mapped[bool] = mapped_column(default=True)
    name: Mapped[str] = mapped_column(String(100))
    care_type: Mapped[CareType] = mapped_column(String(20))
    description: Mapped[str] = mapped_column(Text)
    pricing: Mapped[Pricing] = mapped_column(String(10))
    prices: Mapped[dict[str, int]] = mapped_column(JSONB)
    duration_minutes: Mapped[int]
    livestock_type_ids: Mapped[list[UUID]] = mapped_column(ARRAY(Uuid), server_default=text("'{}'::uuid[]"))
    veterinarian_ids: Mapped[list[UUID]] = mapped_column(ARRAY(Uuid), server_default=text("'{}'::uuid[]"))
    created_at: Mapped[datetime]
    created_by: Mapped[UUID]

    __table_args__ = (
        CheckConstraint(f"care_type IN {get_args(CareType)}", name="care_type"),
        CheckConstraint(f"pricing IN {get_args(Pricing)}", name="pricing"),
        CheckConstraint("duration_minutes BETWEEN 5 AND 1440", name="duration_minutes"),
        CheckConstraint("jsonb_typeof(prices) = 'object'", name="prices"),
        Index("care_services_name_key", "name_key", unique=True),
    )

    def price(self, currency: str) -> Money:
        """What it costs by the list."""
        return Money.of_minor(self.prices[currency], currency)

    def is_for(self, livestock_type_id: UUID | None) -> bool:
        """Whether animals of this type may have it."""
        return not self.livestock_type_ids or livestock_type_id in self.livestock_type_ids

    def may_be_done_by(self, veterinarian_id: UUID) -> bool:
        return not self.veterinarian_ids or veterinarian_id in self.veterinarian_ids
