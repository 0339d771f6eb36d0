"""Links to pictures of detections, to send one and to see one. Each names one detection of one device."""

from datetime import timedelta
from uuid import UUID

from stream import links

UPLOAD, VIEW = "detection image upload", "detection image"


def upload_path(key: bytes, device_id: UUID, event_id: UUID, lifetime: timedelta) -> str:
    """Where a device puts the picture."""
    return f"/api/v1/jetson/detection-images/{_token(key, UPLOAD, device_id, event_id, lifetime)}"


def view_path(key: bytes, device_id: UUID, event_id: UUID, lifetime: timedelta) -> str:
    """Where somebody who may see the detection gets the picture."""
    return f"/api/v1/streams/detection-images/{_token(key, VIEW, device_id, event_id, lifetime)}"


def read(key: bytes, purpose: str, token: str) -> tuple[UUID, UUID]:
    """The device and its event. Raises LinkInvalid, LinkExpired."""
    claims = links.read(key, purpose, token)
    return UUID(claims["d"]), UUID(claims["e"])


def _token(key: bytes, purpose: str, device_id: UUID, event_id: UUID, lifetime: timedelta) -> str:
    claims = {"d": str(device_id), "e": str(event_id)}
    return links.make(key, purpose, claims, expires_at=links.lasts(lifetime))
