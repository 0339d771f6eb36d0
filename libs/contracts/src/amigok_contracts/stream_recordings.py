"""What stream publishes about footage: recordings, snapshots, what owners release, and the room that is left for it."""

from typing import Annotated
from uuid import UUID

from pydantic import AwareDatetime, Field

from amigok_contracts.base import Event
from amigok_contracts.values import known

RecordingClass = Annotated[str, known("continuous", "detections")]
"""How long a recording is kept for: as part of all that happened, or because animals were detected in it."""

Bytes = Annotated[int, Field(ge=0, examples=[18_350_080])]


class RecordingStored(Event, type="stream.recording.stored", aggregate="recording_id"):
    """A part of a camera's video is stored and can be played. `livestock_ids` are the animals detected in it."""

    recording_id: UUID
    camera_id: UUID
    device_id: UUID
    farm_id: UUID
    started_at: AwareDatetime
    ended_at: AwareDatetime
    recording_class: RecordingClass
    size: Bytes
    livestock_ids: tuple[UUID, ...]


class RecordingUnreadable(Event, type="stream.recording.unreadable", aggregate="session_id"):
    """A part of a camera's video could not be stored; it was set aside for operators. `reason` is a stable code."""

    session_id: UUID
    camera_id: UUID | None
    started_at: AwareDatetime
    reason: Annotated[str, known("empty", "corrupt", "took_too_long", "unknown_session")]


class RecordingsRemoved(Event, type="stream.recording.removed", aggregate="camera_id"):
    """So many recordings of a camera were removed at once, all begun by `newest_started_at`."""

    camera_id: UUID
    farm_id: UUID
    recording_class: RecordingClass
    reason: Annotated[str, known("expired", "storage_low")]
    recordings: Annotated[int, Field(ge=1, examples=[36])]
    size: Bytes
    newest_started_at: AwareDatetime


class StorageLow(Event, type="stream.storage.low", aggregate="place_id"):
    """The disk of a worker has too little room for new footage: the oldest continuous recordings go first."""

    place_id: UUID
    place: Annotated[str, known("recordings", "spool")]
    free: Bytes
    least: Bytes


class StorageRecovered(Event, type="stream.storage.recovered", aggregate="place_id"):
    """The disk has enough room again."""

    place_id: UUID
    place: Annotated[str, known("recordings", "spool")]
    free: Bytes
    least: Bytes


class SnapshotTaken(Event, type="stream.snapshot.taken", aggregate="snapshot_id"):
    """Somebody who may see the animal took a picture of the live video that shows it."""

    snapshot_id: UUID
    livestock_id: UUID
    camera_id: UUID
    requested_by: UUID
    taken_at: AwareDatetime


class FootageReleased(Event, type="stream.footage.released", aggregate="release_id"):
    """An owner lets buyers see what cameras recorded of their animal in this time, while it is for sale."""

    release_id: UUID
    livestock_id: UUID
    owner_id: UUID
    camera_id: UUID | None
    begins_at: AwareDatetime
    ends_at: AwareDatetime


class FootageWithdrawn(Event, type="stream.footage.withdrawn", aggregate="release_id"):
    """The owner no longer lets others see it."""

    release_id: UUID
    livestock_id: UUID
    owner_id: UUID
