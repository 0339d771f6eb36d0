"""What stream publishes of animals in front of cameras."""

from uuid import UUID

from pydantic import AwareDatetime

from amigok_contracts.base import Event


class LivestockDetected(Event, type="stream.livestock.detected", aggregate="livestock_id"):
    """A camera has seen the animal. It is told now and then, not each time: once in some minutes for each camera.

    `detected_at` may be long ago, where a device was without a network.
    """

    livestock_id: UUID
    camera_id: UUID
    farm_id: UUID
    area_id: UUID | None
    detected_at: AwareDatetime
