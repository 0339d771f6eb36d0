"""The register of movements."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import BigInteger, CheckConstraint, ForeignKey, Index, String
from sqlalchemy.orm import Mapped, mapped_column

from amigok_chassis.ids import new_id
from farm.models import Base
from farm.movements.rules import Kind


class Movement(Base):
    """One thing that happened to an animal; never changed (a trigger), only corrected by another row.

    `version` is the animal's after it and orders the register. `from_farm_id` is null for an animal that was in no
    farm before, `to_farm_id` for one that is in none after. `reference_id` names the order, dispute, birth, withdrawal
    or death behind it. `recorded_by` is null for what an order or a dispute did, and for what was recorded before the
    register was kept.
    """

    __tablename__ = "livestock_movements"

    id: Mapped[UUID] = mapped_column(primary_key=True, default=new_id)
    livestock_id: Mapped[UUID] = mapped_column(ForeignKey("livestock.id"))
    version: Mapped[int] = mapped_column(BigInteger)
    kind: Mapped[Kind] = mapped_column(String(20))
    from_farm_id: Mapped[UUID | None] = mapped_column(ForeignKey("farms.id"))
    to_farm_id: Mapped[UUID | None] = mapped_column(ForeignKey("farms.id"))
    occurred_at: Mapped[datetime]
    recorded_at: Mapped[datetime]
    recorded_by: Mapped[UUID | None]
    reference_id: Mapped[UUID | None]
    corrects_id: Mapped[UUID | None] = mapped_column(ForeignKey("livestock_movements.id"), unique=True)

    __table_args__ = (
        CheckConstraint(
            "CASE WHEN kind IN ('bought_in', 'born', 'corrected') THEN from_farm_id IS NULL AND to_farm_id IS NOT NULL "
            "WHEN kind = 'moved' THEN from_farm_id <> to_farm_id "
            "WHEN kind IN ('sold', 'reclaimed') THEN from_farm_id = to_farm_id "
            "WHEN kind IN ('withdrawn', 'died') THEN from_farm_id IS NOT NULL AND to_farm_id IS NULL "
            "ELSE false END IS TRUE",
            name="farms",
        ),
        CheckConstraint("kind IN ('bought_in', 'moved') OR reference_id IS NOT NULL", name="reference_id"),
        CheckConstraint("(kind = 'corrected') = (corrects_id IS NOT NULL)", name="corrects_id"),
        CheckConstraint("occurred_at <= recorded_at", name="recorded_at"),
        Index("livestock_movements_livestock_id_version_key", "livestock_id", "version", unique=True),
    )
