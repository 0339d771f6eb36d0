"""Rules over HTTP."""

from datetime import datetime
from typing import Annotated, Self
from uuid import UUID

from pydantic import Field, model_validator

from amigok_chassis.schemas import In, Name, Out, Version
from stream.alarm_rules.models import Kind, Severity
from stream.sensor_types.schemas import Number, TypeName

_DAY = 86_400


class RuleIn(In):
    """When to raise an alarm, and of which sensors: those that are all of what is named here.

    `threshold` is in the unit of the sensors. Unless `end_threshold` is named, an alarm ends at the threshold itself.
    What is named beside a `silence` must fit it: it has no threshold.
    """

    name: Name
    kind: Kind
    severity: Severity = "warning"
    area_id: UUID | None = None
    equipment_id: UUID | None = None
    sensor_id: UUID | None = None
    sensor_type: TypeName | None = None
    threshold: Number | None = None
    end_threshold: Number | None = None
    window_seconds: Annotated[int, Field(strict=True, ge=10, le=_DAY)] | None = None
    for_seconds: Annotated[int, Field(strict=True, ge=0, le=7 * _DAY)] = 300
    end_for_seconds: Annotated[int, Field(strict=True, ge=0, le=_DAY)] = 300
    gap_seconds: Annotated[int, Field(strict=True, ge=10, le=_DAY)] = 1800
    escalate_after_seconds: Annotated[int, Field(strict=True, ge=60, le=7 * _DAY)] | None = None

    @model_validator(mode="after")
    def _is_whole(self) -> Self:
        if self.kind == "silence":
            return self._as_silence()
        if self.threshold is None:
            raise ValueError("a threshold is needed")
        if self.sensor_type is None and self.sensor_id is None:
            raise ValueError("a threshold needs a sensor_type or a sensor_id, so that it has a unit")
        if (self.kind in ("rising", "falling")) != (self.window_seconds is not None):
            raise ValueError("window_seconds belongs to what is rising or falling")
        return self._with_end(self.threshold)

    def _as_silence(self) -> Self:
        if self.threshold is not None or self.end_threshold is not None or self.window_seconds is not None:
            raise ValueError("a silence has no threshold and no window")
        if self.for_seconds < 60:
            raise ValueError("a silence lasts at least 60 seconds")
        return self

    def _with_end(self, threshold: float) -> Self:
        if self.end_threshold is None:
            self.end_threshold = threshold
        if self.kind == "below" and self.end_threshold < threshold:
            raise ValueError("end_threshold is not below threshold")
        if self.kind != "below" and self.end_threshold > threshold:
            raise ValueError("end_threshold is not above threshold")
        if self.window_seconds is not None and self.end_threshold < 0:
            raise ValueError("what rises or falls does so by 0 or more")
        return self


class RuleChange(RuleIn):
    """All of a rule, with the version that was read."""

    version: Version


class RuleOut(Out):
    """A rule of a farm. It judges readings since `since`, when its condition last changed."""

    id: UUID
    version: int
    farm_id: UUID
    name: str
    kind: Kind
    severity: Severity
    area_id: UUID | None
    equipment_id: UUID | None
    sensor_id: UUID | None
    sensor_type: str | None = Field(examples=["temperature"])
    threshold: float | None
    end_threshold: float | None
    window_seconds: int | None
    for_seconds: int
    end_for_seconds: int
    gap_seconds: int
    escalate_after_seconds: int | None
    since: datetime
    retired_at: datetime | None
    created_at: datetime
