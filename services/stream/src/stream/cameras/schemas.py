"""Cameras over HTTP."""

from datetime import datetime
from typing import Annotated
from uuid import UUID

from pydantic import Field, StringConstraints

from amigok_chassis.schemas import In, Name, Out, Version
from amigok_chassis.text import Line
from stream.cameras.conditions import Shown
from stream.cameras.models import Recording

Angle = Annotated[Line, Field(min_length=1, max_length=50, examples=["side"])]
Place = Annotated[Line, Field(min_length=1, max_length=255, examples=["above the gate"])]
Address = Annotated[
    Line,
    Field(
        min_length=1,
        max_length=500,
        description="Where its device finds it: stored and shown, never connected to",
        examples=["rtsp://192.168.10.21:554/stream1"],
    ),
]
Resolution = Annotated[
    str,
    StringConstraints(max_length=11, pattern=r"^([0-9]{3,5}x[0-9]{3,5}|[0-9]{3,5}p)$"),
    Field(examples=["1920x1080"]),
]
Flag = Annotated[bool, Field(strict=True)]
FrameRate = Annotated[int, Field(strict=True, ge=1, le=240)]


class CameraFields(In):
    """What a camera is, apart from its device. It shows all animals in the area `area_id` of the device's farm."""

    name: Name
    area_id: UUID | None = None
    location: Place | None = None
    angle: Angle | None = None
    address: Address | None = None
    resolution: Resolution | None = None
    frames_per_second: FrameRate | None = None
    recording: Recording = "continuous"
    detection_enabled: Flag = True


class CameraIn(CameraFields):
    """A camera of a device. It stands on the device's farm."""

    device_id: UUID


class CameraChange(CameraFields):
    """The whole camera as it is to be. It moves to another farm with its device only."""

    version: Version
    is_active: Flag


class CameraOut(Out):
    """A camera. `state` follows from what its device reports and from when the device was last heard.

    `area_name` is null while no animal is known to stand in the area.
    """

    id: UUID
    device_id: UUID
    farm_id: UUID
    name: str = Field(examples=["North barn, gate"])
    area_id: UUID | None
    area_name: str | None = Field(examples=["North barn, pen 3"])
    location: str | None = Field(examples=["above the gate"])
    angle: str | None = Field(examples=["side"])
    resolution: str | None = Field(examples=["1920x1080"])
    frames_per_second: int | None
    recording: Recording
    detection_enabled: bool
    is_active: bool
    state: Shown
    state_detail: str | None = Field(description="What its device says of it", examples=["no picture since 10 s"])
    in_maintenance: bool
    created_at: datetime
    version: int


class CameraDetails(CameraOut):
    """What administrators see in addition: where its device finds it."""

    address: str | None = Field(examples=["rtsp://192.168.10.21:554/stream1"])


class CameraAnimalsIn(In):
    """Animals on the camera's farm that it shows, wherever they stand. Those that it shows already stay."""

    livestock_ids: Annotated[list[UUID], Field(min_length=1, max_length=500)]


class CameraAnimalOut(Out):
    """An animal that was assigned to the camera by hand. `here` says whether it is on the camera's farm now."""

    livestock_id: UUID
    tag_number: str | None
    here: bool
    assigned_at: datetime
