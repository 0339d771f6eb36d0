"""The areas of farms, and who placed animals there."""

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import ForeignKey, ForeignKeyConstraint, Index, String, UniqueConstraint
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.orm import Mapped, mapped_column

from amigok_chassis.ids import new_id
from farm.models import Base
from farm.tables import Retirable


class Area(Retirable, Base):
    """A pen, barn or pasture of a farm. A retired one keeps its animals and takes no others."""

    __tablename__ = "areas"

    farm_id: Mapped[UUID] = mapped_column(ForeignKey("farms.id"))
    name: Mapped[str] = mapped_column(String(100))
    created_at: Mapped[datetime]

    __table_args__ = (
        UniqueConstraint("id", "farm_id"),
        Index("areas_name_key", "farm_id", "name_key", unique=True),
        Index(None, "farm_id", "id"),
    )


class Placement(Base):
    """One entry: animals of a farm that were put into an area, or (null) out of any, with what became of each."""

    __tablename__ = "placements"

    id: Mapped[UUID] = mapped_column(primary_key=True, default=new_id)
    farm_id: Mapped[UUID] = mapped_column(ForeignKey("farms.id"))
    area_id: Mapped[UUID | None]
    placed_at: Mapped[datetime]
    recorded_at: Mapped[datetime]
    recorded_by: Mapped[UUID]
    animals: Mapped[list[dict[str, Any]]] = mapped_column(JSONB)

    __table_args__ = (
        ForeignKeyConstraint(["area_id", "farm_id"], ["areas.id", "areas.farm_id"]),
        Index(None, "area_id"),
    )
