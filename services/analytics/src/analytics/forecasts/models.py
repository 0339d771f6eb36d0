"""Forecasts that somebody was shown, and what became of them."""

from datetime import date, datetime
from decimal import Decimal
from typing import Any
from uuid import UUID

from sqlalchemy import CheckConstraint, Index, Numeric, String, UniqueConstraint
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.orm import Mapped, mapped_column

from amigok_chassis.due import Due
from analytics.models import Base


class Forecast(Due, Base):
    """What was said of an animal on a day, for a time ahead. It is due when a weighing can tell what it was worth.

    `told` is all that was said; `cases` are gain in kg (null: it died) and cost in minor units of each. `outcome` is
    null until it is known what became of the weight.
    """

    __tablename__ = "forecasts"
    __table_args__ = (
        UniqueConstraint("livestock_id", "made_on", "days"),
        CheckConstraint("low_kg <= high_kg", name="range"),
        Index(None, "days", "outcome"),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True)
    livestock_id: Mapped[UUID]
    made_on: Mapped[date]
    days: Mapped[int]
    made_at: Mapped[datetime]
    ends_at: Mapped[datetime]
    low_kg: Mapped[Decimal] = mapped_column(Numeric(10, 3))
    high_kg: Mapped[Decimal] = mapped_column(Numeric(10, 3))
    mortality: Mapped[Decimal] = mapped_column(Numeric(5, 4))
    told: Mapped[dict[str, Any]] = mapped_column(JSONB)
    cases: Mapped[list[Any]] = mapped_column(JSONB)
    outcome: Mapped[str | None] = mapped_column(String(10))
    measured_kg: Mapped[Decimal | None] = mapped_column(Numeric(10, 3))
