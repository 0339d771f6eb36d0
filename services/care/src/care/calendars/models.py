"""Calendars of veterinarians."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import ARRAY, CheckConstraint, Double, ForeignKey, Index, SmallInteger, String, Uuid, text
from sqlalchemy.dialects.postgresql import ExcludeConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from amigok_chassis.ids import new_id
from care.calendars.hours import Hours
from care.calendars.spans import Span
from care.models import Base

_ON_EARTH = (
    "latitude BETWEEN -90 AND 90 AND longitude BETWEEN -180 AND 180 AND num_nulls(latitude, longitude) IN (0, 2)"
)


class Calendar(Base):
    """When and where a veterinarian works. Who has none is given no visits.

    `latitude` and `longitude` are where they set out, null if that is not known. With `farm_ids` they go to these farms
    only, without any to every farm.
    """

    __tablename__ = "calendars"
    __table_args__ = (CheckConstraint(_ON_EARTH, name="base"),)

    veterinarian_id: Mapped[UUID] = mapped_column(primary_key=True)
    version: Mapped[int] = mapped_column(default=0)
    time_zone: Mapped[str] = mapped_column(String(64), default="UTC")
    latitude: Mapped[float | None] = mapped_column(Double)
    longitude: Mapped[float | None] = mapped_column(Double)
    farm_ids: Mapped[list[UUID]] = mapped_column(ARRAY(Uuid), server_default=text("'{}'::uuid[]"))
    hours: Mapped[list["WorkingHours"]] = relationship(
        cascade="all, delete-orphan", lazy="selectin", order_by="WorkingHours.weekday, WorkingHours.begins"
    )

    def goes_to(self, farm_id: UUID | None) -> bool:
        """Whether they go to this farm."""
        return not self.farm_ids or farm_id in self.farm_ids


class WorkingHours(Base):
    """From when to when a veterinarian works on a weekday (1 is Monday), in minutes after midnight."""

    __tablename__ = "working_hours"
    __table_args__ = (
        CheckConstraint("weekday BETWEEN 1 AND 7", name="weekday"),
        CheckConstraint("begins >= 0 AND begins < ends AND ends <= 1440", name="ends"),
        ExcludeConstraint(
            ("veterinarian_id", "="),
            ("weekday", "="),
            (text("int4range(begins, ends)"), "&&"),
            name="working_hours_no_overlap",
            using="gist",
        ),
    )

    veterinarian_id: Mapped[UUID] = mapped_column(
        ForeignKey("calendars.veterinarian_id", ondelete="CASCADE"), primary_key=True
    )
    weekday: Mapped[int] = mapped_column(SmallInteger, primary_key=True)
    begins: Mapped[int] = mapped_column(primary_key=True)
    ends: Mapped[int]

    @property
    def rule(self) -> Hours:
        return Hours(self.weekday, self.begins, self.ends)


class Absence(Base):
    """A veterinarian does not work from a moment up to another, whatever their hours are."""

    __tablename__ = "absences"
    __table_args__ = (
        CheckConstraint("starts_at < ends_at", name="ends_at"),
        Index(None, "veterinarian_id", "ends_at"),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True, default=new_id)
    veterinarian_id: Mapped[UUID]
    starts_at: Mapped[datetime]
    ends_at: Mapped[datetime]

    @property
    def during(self) -> Span:
        return Span(self.starts_at, self.ends_at)
