"""How a camera is now: what its device has reported, as far as the device is heard."""

from datetime import datetime, timedelta
from typing import Literal

from stream.cameras.models import Camera, CameraReport
from stream.devices.models import Device

Shown = Literal["online", "offline", "error", "unknown", "inactive"]
"""`unknown`: its device is online and has not said yet."""


def of(camera: Camera, device: Device, report: CameraReport | None, *, now: datetime, silence: timedelta) -> Shown:
    """How a camera is. What was reported before the device was last away does not count."""
    if not camera.is_active or device.revoked_at is not None:
        return "inactive"
    if not device.is_online(now, silence):
        return "offline"
    if report is None or (device.back_at is not None and report.reported_at < device.back_at):
        return "unknown"
    return report.state
