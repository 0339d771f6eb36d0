"""What was prescribed."""

from datetime import datetime, timedelta
from decimal import Decimal
from uuid import UUID

from sqlalchemy import ARRAY, BigInteger, CheckConstraint, ForeignKey, Index, Numeric, String, Text, text
from sqlalchemy.orm import Mapped, mapped_column

from amigok_chassis.ids import new_id
from amigok_contracts import Money
from care.models import Base
from care.prescriptions.machine import PRESCRIPTIONS


class Prescription(Base):
    """A medicine for one animal: `times` doses of `dose` units, `every_hours` from `first_at` on.

    It has its own copies of what the catalogue said of the medicine for this type of animal. `weight_kg` is what the
    dose was checked against; `warnings` are what the veterinarian confirmed. `cost` is what all of it comes to, in
    minor units. `owner_id` owned the animal when it was prescribed.
    """

    __tablename__ = "prescriptions"

    id: Mapped[UUID] = mapped_column(primary_key=True, default=new_id)
    request_id: Mapped[UUID]
    livestock_id: Mapped[UUID]
    owner_id: Mapped[UUID | None]
    state: Mapped[str] = mapped_column(String(10))
    medicine_id: Mapped[UUID] = mapped_column(ForeignKey("medicines.id"))
    medicine_name: Mapped[str] = mapped_column(String(200))
    record_type: Mapped[str] = mapped_column(String(20))
    unit: Mapped[str] = mapped_column(String(20))
    dose: Mapped[Decimal] = mapped_column(Numeric(12, 3))
    route: Mapped[str] = mapped_column(String(20))
    every_hours: Mapped[int]
    times: Mapped[int]
    first_at: Mapped[datetime]
    instructions: Mapped[str | None] = mapped_column(Text)
    meat_days: Mapped[int]
    milk_days: Mapped[int]
    antimicrobial_class: Mapped[str | None] = mapped_column(String(40))
    antimicrobial_mg: Mapped[Decimal | None] = mapped_column(Numeric(10, 3))
    weight_kg: Mapped[Decimal | None] = mapped_column(Numeric(8, 2))
    warnings: Mapped[list[str]] = mapped_column(ARRAY(String(40)))
    cost_minor: Mapped[int] = mapped_column(BigInteger)
    currency: Mapped[str] = mapped_column(String(3))
    prescribed_by: Mapped[UUID]
    prescribed_at: Mapped[datetime]
    dispensed_at: Mapped[datetime | None]
    ended_at: Mapped[datetime | None]

    __table_args__ = (
        CheckConstraint(PRESCRIPTIONS.check("state"), name="state"),
        CheckConstraint("dose > 0 AND every_hours > 0 AND times > 0", name="dose"),
        CheckConstraint("cost_minor >= 0", name="cost"),
        CheckConstraint("(state IN ('dispensed', 'stopped')) = (dispensed_at IS NOT NULL)", name="dispensed_at"),
        CheckConstraint("(state IN ('cancelled', 'stopped')) = (ended_at IS NOT NULL)", name="ended_at"),
        Index(None, "livestock_id", "id"),
        Index(None, "request_id"),
        Index("prescriptions_undispensed_idx", "id", postgresql_where=text("state = 'prescribed'")),
    )

    @property
    def units(self) -> Decimal:
        """How much all doses are, in the medicine's unit."""
        return self.dose * self.times

    @property
    def cost(self) -> Money:
        return Money.of_minor(self.cost_minor, self.currency)

    @property
    def last_at(self) -> datetime:
        """When the last dose is to be given."""
        return self.planned_at(self.times)

    def planned_at(self, number: int) -> datetime:
        """When a dose is to be given; the first has the number 1."""
        return self.first_at + timedelta(hours=self.every_hours) * (number - 1)

    def become(self, action: str) -> None:
        """Takes a step; the row must be locked. Raises WrongState."""
        self.state = PRESCRIPTIONS.follow(action, self.state)
