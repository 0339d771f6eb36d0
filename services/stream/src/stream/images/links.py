"""Links to pictures of detections, to send one and to see one. Each names one detection of one device.

A link to see one also names who was given it and because of which animal: their right is looked at again.
"""

from dataclasses import dataclass
from datetime import timedelta
from typing import Any
from uuid import UUID

from amigok_chassis.auth import Principal
from stream import links

UPLOAD, VIEW = "detection image upload", "detection image"


@dataclass(frozen=True)
class View:
    """What a link to see a picture says."""

    device_id: UUID
    event_id: UUID
    livestock_id: UUID
    viewer: Principal


def upload_path(key: bytes, device_id: UUID, event_id: UUID, lifetime: timedelta) -> str:
    """Where a device puts the picture."""
    token = _token(key, UPLOAD, {"d": str(device_id), "e": str(event_id)}, lifetime)
    return f"/api/v1/jetson/detection-image?link={token}"


def view_path(key: bytes, seen: View, lifetime: timedelta) -> str:
    """Where somebody who may see the detection gets the picture."""
    who = {"a": str(seen.livestock_id), "u": str(seen.viewer.id), "r": seen.viewer.role}
    token = _token(key, VIEW, {"d": str(seen.device_id), "e": str(seen.event_id)} | who, lifetime)
    return f"/api/v1/streams/detection-image?link={token}"


def read_upload(key: bytes, token: str) -> tuple[UUID, UUID]:
    """The device and its event. Raises LinkInvalid, LinkExpired."""
    claims = links.read(key, UPLOAD, token)
    return UUID(claims["d"]), UUID(claims["e"])


def read_view(key: bytes, token: str) -> View:
    """Who may see what. Raises LinkInvalid, LinkExpired."""
    claims = links.read(key, VIEW, token)
    viewer = Principal(UUID(claims["u"]), claims["r"], "", 0.0)
    return View(UUID(claims["d"]), UUID(claims["e"]), UUID(claims["a"]), viewer)


def _token(key: bytes, purpose: str, claims: dict[str, Any], lifetime: timedelta) -> str:
    return links.make(key, purpose, claims, expires_at=links.lasts(lifetime))
