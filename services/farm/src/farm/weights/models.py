"""What animals weighed, and when."""

from datetime import datetime
from decimal import Decimal
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, Index, Numeric, Select, String, select, text
from sqlalchemy.orm import Mapped, mapped_column

from amigok_chassis.ids import new_id
from farm.livestock.models import Livestock
from farm.models import Base
from farm.weights import gain


class Weighing(Base):
    """One weight of one animal. It is never edited: a later entry supersedes it and gives the reason.

    `recorded_by` is null for the weight at registration.
    """

    __tablename__ = "livestock_weights"

    id: Mapped[UUID] = mapped_column(primary_key=True, default=new_id)
    livestock_id: Mapped[UUID] = mapped_column(ForeignKey("livestock.id"))
    weight_kg: Mapped[Decimal] = mapped_column(Numeric(6, 2))
    measured_at: Mapped[datetime]
    recorded_at: Mapped[datetime]
    recorded_by: Mapped[UUID | None]
    supersedes_id: Mapped[UUID | None] = mapped_column(ForeignKey("livestock_weights.id"), unique=True)
    reason: Mapped[str | None] = mapped_column(String(200))
    superseded_at: Mapped[datetime | None]

    __table_args__ = (
        CheckConstraint("weight_kg BETWEEN 0.1 AND 5000", name="weight_kg"),
        CheckConstraint("measured_at <= recorded_at", name="measured_at"),
        CheckConstraint("(supersedes_id IS NULL) = (reason IS NULL)", name="reason"),
        Index(
            "livestock_weights_standing_key",
            "livestock_id",
            "measured_at",
            unique=True,
            postgresql_where=text("superseded_at IS NULL"),
        ),
        Index(None, "livestock_id", "measured_at", "id"),
    )


def at_registration(animal: Livestock) -> Weighing:
    """Returns the first weight of an animal that is being registered."""
    return Weighing(
        livestock_id=animal.id,
        weight_kg=animal.weight_kg,
        measured_at=animal.registered_at,
        recorded_at=animal.registered_at,
    )


def standing(livestock_id: UUID) -> Select[Weighing]:
    """Selects the entries of an animal that are not superseded."""
    return select(Weighing).where(Weighing.livestock_id == livestock_id, Weighing.superseded_at.is_(None))


def weight_of(weighing: Weighing) -> gain.Weight:
    return gain.Weight(weighing.measured_at, weighing.weight_kg)
