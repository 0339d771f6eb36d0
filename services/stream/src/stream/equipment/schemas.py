"""Equipment over HTTP."""

from datetime import datetime
from typing import Annotated, Literal, Self
from uuid import UUID

from pydantic import Field, model_validator

from amigok_chassis.schemas import In, Name, Note, Out, ProperName, Prose, Version
from amigok_chassis.text import Line
from stream.equipment.models import Kind, Role, Status

Celsius = Annotated[float, Field(ge=-200, le=200, allow_inf_nan=False, strict=True)]
Positive = Annotated[float, Field(gt=0, le=1_000_000, allow_inf_nan=False, strict=True)]


class EquipmentIn(In):
    """Equipment with the range in which it keeps its content, in °C, and how long it may be outside of it at a time."""

    name: ProperName
    kind: Kind
    area_id: UUID | None = None
    model: Name | None = None
    manufacturer: Name | None = None
    serial: Name | None = None
    location: Annotated[Line, Field(min_length=1, max_length=200)] | None = None
    low: Celsius
    high: Celsius
    allowed_minutes: Annotated[int, Field(strict=True, ge=0, le=10_080)] = 60
    rated_power_w: Positive | None = None
    daily_energy_kwh: Positive | None = None
    notes: Prose = ""

    @model_validator(mode="after")
    def _has_range(self) -> Self:
        if self.low >= self.high:
            raise ValueError("the range's low end is below its high end")
        return self


class EquipmentChange(EquipmentIn):
    """All of the equipment, with the version that was read."""

    version: Version


class StatusIn(In):
    """What the equipment does now."""

    status: Status
    note: Note | None = None
    version: Version


class AttachmentIn(In):
    """A sensor of the farm, and what it measures of the equipment."""

    sensor_id: UUID
    role: Role


class AttachmentOut(Out):
    """A sensor that measures equipment, or did so until `detached_at`."""

    sensor_id: UUID
    role: Role
    attached_at: datetime
    detached_at: datetime | None


class EquipmentOut(Out):
    """Equipment of a farm. It is judged while it is `on`."""

    id: UUID
    version: int
    farm_id: UUID
    area_id: UUID | None
    name: str
    kind: Kind
    model: str | None
    manufacturer: str | None
    serial: str | None
    location: str | None
    low: float
    high: float
    allowed_minutes: int
    rated_power_w: float | None
    daily_energy_kwh: float | None
    notes: str
    status: Status
    status_since: datetime
    range_since: datetime
    retired_at: datetime | None
    created_at: datetime


class StatusChangeOut(Out):
    """Equipment was switched, or retired."""

    id: UUID
    status: Status | Literal["retired"]
    note: str | None
    changed_at: datetime
    changed_by: UUID
