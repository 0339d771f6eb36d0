"""Births. The rows of the offspring in the register refer to the birth."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, Index, text
from sqlalchemy.orm import Mapped, mapped_column

from amigok_chassis.ids import new_id
from farm.models import Base


class Birth(Base):
    """One birth. `owner_id` owned the dam then and owns the offspring; null is the platform.

    The offspring are not sold until somebody other than `recorded_by` has confirmed the birth.
    """

    __tablename__ = "births"

    id: Mapped[UUID] = mapped_column(primary_key=True, default=new_id)
    dam_id: Mapped[UUID] = mapped_column(ForeignKey("livestock.id"))
    owner_id: Mapped[UUID | None]
    born_at: Mapped[datetime]
    recorded_at: Mapped[datetime]
    recorded_by: Mapped[UUID]
    confirmed_at: Mapped[datetime | None]
    confirmed_by: Mapped[UUID | None]

    __table_args__ = (
        CheckConstraint("born_at <= recorded_at", name="born_at"),
        CheckConstraint("num_nulls(confirmed_at, confirmed_by) IN (0, 2)", name="confirmed"),
        Index(None, "dam_id", "id"),
        Index("births_unconfirmed_idx", "id", postgresql_where=text("confirmed_at IS NULL")),
    )
