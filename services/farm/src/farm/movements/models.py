"""The register of movements."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import BigInteger, CheckConstraint, ForeignKey, Index, String
from sqlalchemy.orm import Mapped, mapped_column

from amigok_chassis.ids import new_id
from farm.livestock.lifecycle import Kind
from farm.models import Base


class Movement(Base):
    """One event in the life of an animal. A trigger keeps rows from changing; another row can correct one.

    `version` is the animal's version afterwards and orders the register. `from_farm_id` is null for an animal that was
    in no farm before, `to_farm_id` for one that is in none afterwards. `reference_id` names the order, return, dispute,
    birth, removal or death behind it. `recorded_by` is null for what an order or a dispute did.
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
            "WHEN kind IN ('sold', 'returned', 'reclaimed') THEN from_farm_id = to_farm_id "
            "WHEN kind IN ('removed', 'died') THEN from_farm_id IS NOT NULL AND to_farm_id IS NULL "
            "ELSE false END IS TRUE",
            name="farms",
        ),
        CheckConstraint("kind IN ('bought_in', 'moved') OR reference_id IS NOT NULL", name="reference_id"),
        CheckConstraint("(kind = 'corrected') = (corrects_id IS NOT NULL)", name="corrects_id"),
        CheckConstraint("occurred_at <= recorded_at", name="recorded_at"),
        Index("livestock_movements_livestock_id_version_key", "livestock_id", "version", unique=True),
    )
