"""Rules of a farm."""

from datetime import datetime
from typing import Literal, get_args
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, Index, String
from sqlalchemy.orm import Mapped, mapped_column

from amigok_chassis.ids import new_id
from stream.models import Base

Kind = Literal["above", "below", "rising", "falling", "silence"]
Severity = Literal["info", "warning", "critical"]


class Rule(Base):
    """When sensors of a farm raise an alarm: all of them, or those of an area, equipment, type, or one.

    `above`, `below`: the value is beyond `threshold` for `for_seconds`. `rising`, `falling`: it moves by more than that
    within `window_seconds`. `silence`: nothing is measured for `for_seconds`. The alarm ends when the signal is no
    further than `end_threshold` for `end_for_seconds`. A pause of more than `gap_seconds` between readings proves
    nothing. It judges readings since `since`, when its condition last changed.
    """

    __tablename__ = "alarm_rules"

    id: Mapped[UUID] = mapped_column(primary_key=True, default=new_id)
    version: Mapped[int] = mapped_column(default=1)
    farm_id: Mapped[UUID]
    name: Mapped[str] = mapped_column(String(100))
    kind: Mapped[Kind] = mapped_column(String(10))
    severity: Mapped[Severity] = mapped_column(String(10))
    area_id: Mapped[UUID | None]
    equipment_id: Mapped[UUID | None] = mapped_column(ForeignKey("equipment.id"))
    sensor_id: Mapped[UUID | None] = mapped_column(ForeignKey("sensors.id"))
    sensor_type: Mapped[str | None] = mapped_column(String(50))
    threshold: Mapped[float | None]
    end_threshold: Mapped[float | None]
    window_seconds: Mapped[int | None]
    for_seconds: Mapped[int]
    end_for_seconds: Mapped[int]
    gap_seconds: Mapped[int]
    escalate_after_seconds: Mapped[int | None]
    since: Mapped[datetime]
    retired_at: Mapped[datetime | None]
    created_at: Mapped[datetime]
    created_by: Mapped[UUID]

    __table_args__ = (
        CheckConstraint(f"kind IN {get_args(Kind)}", name="kind"),
        CheckConstraint(f"severity IN {get_args(Severity)}", name="severity"),
        CheckConstraint("(kind = 'silence') = (threshold IS NULL)", name="threshold"),
        CheckConstraint("(threshold IS NULL) = (end_threshold IS NULL)", name="end_threshold"),
        CheckConstraint("(kind IN ('rising', 'falling')) = (window_seconds IS NOT NULL)", name="window_seconds"),
        Index(None, "farm_id", "id"),
    )
