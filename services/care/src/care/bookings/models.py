"""Visits that a veterinarian cannot make. The visits themselves are in the requests, which do not overlap."""

from datetime import datetime
from typing import Literal, get_args
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column

from amigok_chassis.due import Due
from care.models import Base

Cause = Literal["absent", "emergency", "not_a_veterinarian"]


class Displacement(Due, Base):
    """The veterinarian of a request cannot come: somebody else is to be found. The row goes when that is decided.

    `starts_at` and `ends_at` are when they were to come, null where no time was set.
    """

    __tablename__ = "displacements"
    __table_args__ = (CheckConstraint(f"cause IN {get_args(Cause)}", name="cause"),)

    request_id: Mapped[UUID] = mapped_column(ForeignKey("care_requests.id"), primary_key=True)
    veterinarian_id: Mapped[UUID]
    starts_at: Mapped[datetime | None]
    ends_at: Mapped[datetime | None]
    cause: Mapped[Cause] = mapped_column(String(20))
