"""Excursions over HTTP."""

from datetime import datetime
from uuid import UUID

from pydantic import BaseModel, Field

from amigok_chassis.schemas import In, Note, Out, Version
from stream.excursions.models import State, Verdict


class ReviewIn(In):
    """What you have decided about what was kept in the equipment."""

    note: Note
    version: Version


class ExcursionOut(Out):
    """An excursion from the range `low` to `high`, in °C. What it came to is known when it has ended.

    `mean_kinetic_day` is the mean kinetic temperature of the 24 hours until its end, if half of them is known.
    """

    id: UUID
    version: int
    equipment_id: UUID
    sensor_id: UUID
    state: State
    low: float
    high: float
    allowed_minutes: int
    began_at: datetime
    ended_at: datetime | None
    end_reason: str | None = Field(examples=["cleared"])
    value: float = Field(description="The reading that was furthest outside")
    lowest: float | None
    highest: float | None
    mean: float | None
    mean_kinetic: float | None
    mean_kinetic_day: float | None
    minutes_above: float | None
    minutes_below: float | None
    verdict: Verdict | None
    reviewed_at: datetime | None
    reviewed_by: UUID | None
    note: str | None


class KineticOut(BaseModel):
    """The mean kinetic temperatures of equipment in °C until now; null where nothing was measured.

    They are weighted by time. Haynes's formula, with an activation energy of 83.144 kJ/mol (USP <1079.2>).
    """

    day: float | None
    week: float | None
    month: float | None = Field(description="Of 30 days")
