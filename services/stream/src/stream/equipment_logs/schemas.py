"""Logs over HTTP."""

from datetime import date, datetime
from uuid import UUID

from pydantic import BaseModel, Field

from stream.equipment.schemas import EquipmentOut
from stream.excursions.schemas import ExcursionOut


class Summary(BaseModel):
    """What was measured, in °C, weighted by time; null where nothing was.

    `measured_minutes` are how long readings held: each until the next one, at most 30 minutes. `minutes_above` and
    `minutes_below` are those outside of the range that the equipment has now.
    """

    readings: int
    measured_minutes: float
    lowest: float | None
    highest: float | None
    mean: float | None
    mean_kinetic: float | None
    minutes_above: float
    minutes_below: float


class LogDay(Summary):
    """One day in the farm's time zone. `energy_kwh` is null where no power was measured."""

    day: date
    energy_kwh: float | None


class GapOut(BaseModel):
    """Nothing was measured in this time: by a sensor, or null: there was no sensor."""

    sensor_id: UUID | None
    began_at: datetime
    ended_at: datetime


class EquipmentLogOut(BaseModel):
    """The log of equipment over some days.

    Of excursions and gaps the first 500 are listed; `complete` says whether these are all.
    """

    equipment: EquipmentOut
    farm_name: str | None
    time_zone: str = Field(examples=["Europe/Madrid"])
    first_day: date
    last_day: date
    generated_at: datetime
    summary: Summary
    days: list[LogDay]
    excursions: list[ExcursionOut]
    gaps: list[GapOut]
    complete: bool
