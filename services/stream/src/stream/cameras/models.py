"""Cameras of devices, and the animals that were assigned to them."""

from datetime import datetime
from typing import Literal, get_args
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, Index, String
from sqlalchemy.orm import Mapped, mapped_column

from amigok_chassis.ids import new_id
from stream.models import Base

Recording = Literal["continuous", "detections", "off"]
"""What is kept of a camera's video: everything, the parts in which animals were detected, nothing."""

Condition = Literal["online", "offline", "error"]
"""How a camera is, as its device reports."""


class Camera(Base):
    """A camera. It stands on the farm of its device, in an area if `area_id` names one.

    `address` is only stored and shown: nothing here ever connects to it.
    """

    __tablename__ = "cameras"

    id: Mapped[UUID] = mapped_column(primary_key=True, default=new_id)
    version: Mapped[int] = mapped_column(default=1)
    device_id: Mapped[UUID] = mapped_column(ForeignKey("devices.id"))
    farm_id: Mapped[UUID]
    name: Mapped[str] = mapped_column(String(100))
    area_id: Mapped[UUID | None]
    location: Mapped[str | None] = mapped_column(String(255))
    angle: Mapped[str | None] = mapped_column(String(50))
    address: Mapped[str | None] = mapped_column(String(500))
    resolution: Mapped[str | None] = mapped_column(String(20))
    frames_per_second: Mapped[int | None]
    recording: Mapped[Recording] = mapped_column(String(10), default="continuous")
    detection_enabled: Mapped[bool] = mapped_column(default=True)
    is_active: Mapped[bool] = mapped_column(default=True)
    created_at: Mapped[datetime]
    created_by: Mapped[UUID]

    __table_args__ = (
        CheckConstraint(f"recording IN {get_args(Recording)}", name="recording"),
        CheckConstraint("frames_per_second BETWEEN 1 AND 240", name="frames_per_second"),
        Index(None, "device_id", "id"),
        Index(None, "farm_id", "area_id"),
    )


class Assignment(Base):
    """An animal that a camera was assigned to by hand. Those of its area are shown besides."""

    __tablename__ = "camera_animals"

    camera_id: Mapped[UUID] = mapped_column(ForeignKey("cameras.id", ondelete="CASCADE"), primary_key=True)
    livestock_id: Mapped[UUID] = mapped_column(primary_key=True)
    assigned_at: Mapped[datetime]
    assigned_by: Mapped[UUID]

    __table_args__ = (Index(None, "livestock_id"),)


class CameraReport(Base):
    """How a camera is, as its device reported last, and what people were told: `announced`, since when.

    Shown is neither: see `conditions.of`.
    """

    __tablename__ = "camera_reports"

    camera_id: Mapped[UUID] = mapped_column(ForeignKey("cameras.id", ondelete="CASCADE"), primary_key=True)
    state: Mapped[Condition] = mapped_column(String(10))
    detail: Mapped[str | None] = mapped_column(String(200))
    changed_at: Mapped[datetime]
    reported_at: Mapped[datetime]
    announced: Mapped[Condition | None] = mapped_column(String(10))
    announced_since: Mapped[datetime | None]

    __table_args__ = (
        CheckConstraint(f"state IN {get_args(Condition)}", name="state"),
        CheckConstraint(f"announced IN {get_args(Condition)}", name="announced"),
    )
