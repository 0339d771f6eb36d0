"""What the stream service publishes about devices and cameras: what is enrolled, and what is out of reach."""

from typing import Annotated
from uuid import UUID

from pydantic import AwareDatetime

from amigok_contracts.base import Event
from amigok_contracts.values import known, like

DeviceName = Annotated[str, like("North barn")]
CameraName = Annotated[str, like("North barn, gate")]
CommandKind = Annotated[str, known("restart", "restart_stream", "take_snapshot", "update_model")]
Outcome = Annotated[str, known("done", "failed", "expired", "cancelled")]


class DeviceRegistered(Event, type="stream.device.registered", aggregate="device_id"):
    """A device has claimed what was enrolled for it, and has credentials of its own."""

    device_id: UUID
    farm_id: UUID
    device_name: DeviceName
    registered_at: AwareDatetime


class DeviceMoved(Event, type="stream.device.moved", aggregate="device_id"):
    """A device stands on another farm now, and its cameras with it."""

    device_id: UUID
    previous_farm_id: UUID
    farm_id: UUID
    moved_at: AwareDatetime


class DeviceRevoked(Event, type="stream.device.revoked", aggregate="device_id"):
    """A device may do nothing any more, for good."""

    device_id: UUID
    farm_id: UUID
    revoked_at: AwareDatetime


class DeviceOffline(Event, type="stream.device.offline", aggregate="device_id"):
    """Nothing was heard of a device since this time. It is told once for each absence, outside of maintenance."""

    device_id: UUID
    farm_id: UUID
    device_name: DeviceName
    since: AwareDatetime


class DeviceOnline(Event, type="stream.device.online", aggregate="device_id"):
    """A device was heard again at this time, after so many seconds. A new device was away since it registered."""

    device_id: UUID
    farm_id: UUID
    device_name: DeviceName
    at: AwareDatetime
    offline_since: AwareDatetime
    away_seconds: int


class CameraOffline(Event, type="stream.camera.offline", aggregate="camera_id"):
    """A camera shows nothing since this time: its device says so, or is offline itself."""

    camera_id: UUID
    device_id: UUID
    farm_id: UUID
    camera_name: CameraName
    since: AwareDatetime


class CameraFailed(Event, type="stream.camera.error", aggregate="camera_id"):
    """A camera does not work as it should since this time, as its device reports."""

    camera_id: UUID
    device_id: UUID
    farm_id: UUID
    camera_name: CameraName
    since: AwareDatetime


class CameraOnline(Event, type="stream.camera.online", aggregate="camera_id"):
    """A camera works since this time. `away_seconds` is how long it did not; null: it is new."""

    camera_id: UUID
    device_id: UUID
    farm_id: UUID
    camera_name: CameraName
    at: AwareDatetime
    away_seconds: int | None


class CommandEnded(Event, type="stream.command.ended", aggregate="command_id"):
    """A device has done what it was told, or has not, or nobody waits for it any more."""

    command_id: UUID
    device_id: UUID
    farm_id: UUID
    command_kind: CommandKind
    outcome: Outcome
    ended_at: AwareDatetime
