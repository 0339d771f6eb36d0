"""What the stream service publishes about live video."""

from typing import Annotated
from uuid import UUID

from pydantic import AwareDatetime

from amigok_contracts.base import Event
from amigok_contracts.values import known


class VideoStarted(Event, type="stream.video.started", aggregate="session_id"):
    """A camera's video comes live, in a session of its own. One that the camera had has ended."""

    session_id: UUID
    camera_id: UUID
    device_id: UUID
    farm_id: UUID
    started_at: AwareDatetime


class VideoEnded(Event, type="stream.video.ended", aggregate="session_id"):
    """A session has ended. `reason` is a stable code.

    `stopped`: the device asked for it; `done`: it has stopped publishing; `replaced`: it began another session;
    `revoked`: the camera or the device may not publish any more; `silent`: nothing was heard of it for a while.
    """

    session_id: UUID
    camera_id: UUID
    device_id: UUID
    farm_id: UUID
    started_at: AwareDatetime
    ended_at: AwareDatetime
    reason: Annotated[str, known("stopped", "done", "replaced", "revoked", "silent")]
