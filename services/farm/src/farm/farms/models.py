"""Farms."""

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import CheckConstraint, Computed, Double, Index, String, Text
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.orm import Mapped, mapped_column

from amigok_chassis.ids import new_id
from amigok_chassis.rows import Named
from farm.farms.errors import FarmFull
from farm.farms.geo import Geography
from farm.models import Base


class Farm(Named, Base):
    """A place with room for `capacity` animals. `time_zone` is a name of the IANA database."""

    __tablename__ = "farms"

    id: Mapped[UUID] = mapped_column(primary_key=True, default=new_id)
    name: Mapped[str] = mapped_column(String(200))
    address: Mapped[str | None] = mapped_column(Text)
    latitude: Mapped[float] = mapped_column(Double)
    longitude: Mapped[float] = mapped_column(Double)
    time_zone: Mapped[str] = mapped_column(String(64), default="UTC", server_default="UTC")
    location: Mapped[str] = mapped_column(
        Geography,
        Computed("(st_setsrid(st_makepoint(longitude, latitude), 4326))::geography", persisted=True),
        deferred=True,
    )
    capacity: Mapped[int]
    current_occupancy: Mapped[int] = mapped_column(default=0)
    facilities: Mapped[list[Any]] = mapped_column(JSONB, default=list)
    certifications: Mapped[list[Any]] = mapped_column(JSONB, default=list)
    version: Mapped[int] = mapped_column(default=1, server_default="1")
    created_at: Mapped[datetime]

    __table_args__ = (
        CheckConstraint("latitude BETWEEN -90 AND 90", name="latitude"),
        CheckConstraint("longitude BETWEEN -180 AND 180", name="longitude"),
        CheckConstraint("current_occupancy BETWEEN 0 AND capacity", name="current_occupancy"),
        CheckConstraint("jsonb_typeof(facilities) = 'array'", name="facilities"),
        CheckConstraint("jsonb_typeof(certifications) = 'array'", name="certifications"),
        Index("farms_name_key", "name_key", unique=True),
        Index("farms_location_idx", "location", postgresql_using="gist"),
        Index(None, "latitude", "longitude"),
    )

    def take_place(self) -> None:
        """Counts one more animal; the row must be locked. Raises FarmFull."""
        if self.current_occupancy >= self.capacity:
            raise FarmFull(f"All {self.capacity} places of this farm are taken.")
        self.current_occupancy += 1

    def free_place(self) -> None:
        """Counts one animal less; the row must be locked."""
        self.current_occupancy -= 1
