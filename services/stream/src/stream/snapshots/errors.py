"""What is refused about snapshots, by name."""

from amigok_chassis.errors import DomainError, NotFound


class SnapshotNotFound(NotFound):
    """There is no such snapshot, or it is not yours to see."""

    code = "snapshot_not_found"


class NoCamera(DomainError):
    """No camera is to show this animal."""

    status, code = 409, "no_camera"


class CameraOffline(DomainError):
    """No camera that shows this animal sends video now; try again later."""

    status, code = 503, "camera_offline"


class TooBusy(DomainError):
    """As many snapshots are being taken as this machine can; try again soon."""

    status, code = 503, "too_busy"
