"""Heartbeats, health and absences over HTTP."""

from datetime import datetime
from typing import Annotated
from uuid import UUID

from pydantic import AfterValidator, Field

from amigok_chassis.schemas import In, NearMoment, Out
from amigok_chassis.text import Line
from stream.cameras.models import Condition

Percent = Annotated[float, Field(strict=True, ge=0, le=100, allow_inf_nan=False)]
Celsius = Annotated[float, Field(strict=True, ge=-100, le=200, allow_inf_nan=False)]
Uptime = Annotated[int, Field(strict=True, ge=0, le=2**40)]


class CameraConditionIn(In):
    """How a camera is."""

    camera_id: UUID
    state: Condition
    detail: Annotated[Line, Field(max_length=200, examples=["no picture since 10 s"])] | None = None


def _each_once(cameras: list[CameraConditionIn]) -> list[CameraConditionIn]:
    if len({each.camera_id for each in cameras}) != len(cameras):
        raise ValueError("names each camera once")
    return cameras


class DeviceHealthIn(In):
    """How a device is. `clock` is what its own clock shows; what it does not measure it leaves out."""

    cpu_percent: Percent | None = None
    memory_percent: Percent | None = None
    disk_percent: Percent | None = None
    temperature_celsius: Celsius | None = None
    uptime_seconds: Uptime | None = None
    model_version: Annotated[Line, Field(min_length=1, max_length=50, examples=["sheep-2.4.1"])] | None = None
    clock: NearMoment | None = None
    cameras: Annotated[list[CameraConditionIn], Field(max_length=100), AfterValidator(_each_once)] = []


class HeartbeatOut(Out):
    """What a device needs to know. Without a sign of life it is offline after `silence_seconds`."""

    server_time: datetime
    pending_commands: int
    silence_seconds: int


class DeviceHealthTaken(HeartbeatOut):
    """The same, and which of the reported cameras are not the device's."""

    unknown_cameras: list[UUID]


class DeviceHealthOut(Out):
    """How a device was. `clock_skew_seconds` is how far its clock was ahead of ours."""

    reported_at: datetime
    cpu_percent: float | None
    memory_percent: float | None
    disk_percent: float | None
    temperature_celsius: float | None
    uptime_seconds: int | None
    clock_skew_seconds: float | None


class DeviceAbsenceOut(Out):
    """A time in which a device was not heard; it lasts while `back_at` is null."""

    lost_at: datetime
    back_at: datetime | None
    announced: bool = Field(description="Whether people were told")
