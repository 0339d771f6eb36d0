"""Understands what a device has sent: the row of each detection, with what is doubtful about it. Pure."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from stream.cards.keys import key
from stream.cards.service import Known
from stream.detections.marks import UNCOUNTED, Mark
from stream.detections.rows import Row
from stream.detections.schemas import DetectionIn
from stream.detections.times import corrected
from stream.devices.login import DevicePrincipal
from stream.evidence.canonical import ten_thousandths
from stream.settings import Settings
from stream.sightings.service import Seen

NO_BOX = (None, None, None, None)


@dataclass(frozen=True)
class Reader:
    """What is known when a batch arrives: the device, how far its clock is ahead, its cameras with their areas, the
    animals by key, and the evidence that the batch brings.
    """

    device: DevicePrincipal
    received_at: datetime
    skew: timedelta
    areas: Mapping[UUID, UUID | None]
    animals: Mapping[str, Known]
    evidence_id: UUID | None
    disputed: bool
    settings: Settings

    def read(self, position: int, sent: DetectionIn) -> Row:
        """The row of a detection, by its position in the batch."""
        at, marks = corrected(sent.detected_at, received_at=self.received_at, skew=self.skew, settings=self.settings)
        card_key = key(sent.card)
        animal = self.animals.get(card_key)
        farm_id = self.device.farm_at(at)
        x, y, width, height = sent.box.sides if sent.box else NO_BOX
        return Row(
            self.device.id,
            sent.event_id,
            at,
            sent.detected_at,
            self.received_at,
            None if animal is None else animal.livestock_id,
            sent.camera_id,
            farm_id,
            self.areas.get(sent.camera_id),
            self.evidence_id,
            position,
            int(marks | self._doubts(sent, animal, farm_id)),
            ten_thousandths(sent.confidence),
            x,
            y,
            width,
            height,
            sent.card,
            card_key,
            sent.area,
            sent.model_version,
        )

    def _doubts(self, sent: DetectionIn, animal: Known | None, farm_id: UUID) -> int:
        found = Mark.DISPUTED if self.disputed else 0
        if animal is None:
            found |= Mark.UNKNOWN_CARD
        elif not animal.is_at(farm_id):
            found |= Mark.ELSEWHERE
        if sent.confidence < self.settings.detection_confidence:
            found |= Mark.LOW_CONFIDENCE
        return found if sent.camera_id in self.areas else found | Mark.UNKNOWN_CAMERA


def counted(rows: Iterable[Row]) -> list[Row]:
    """Those from which something follows."""
    return [row for row in rows if not row.marks & UNCOUNTED]


def newest(rows: Iterable[Row]) -> list[Seen]:
    """Of what counts, the newest for each animal and camera."""
    found: dict[tuple[UUID | None, UUID], tuple[Row, datetime]] = {}
    for row in rows:
        last, first_at = found.get((row.livestock_id, row.camera_id), (row, row.detected_at))
        last = max(last, row, key=lambda each: each.detected_at)
        found[row.livestock_id, row.camera_id] = last, min(first_at, row.detected_at)
    return [_seen(last, first_at) for last, first_at in found.values()]


def _seen(row: Row, first_at: datetime) -> Seen:
    assert row.livestock_id is not None  # it would not count
    return Seen(
        row.livestock_id,
        row.camera_id,
        row.device_id,
        row.event_id,
        row.farm_id,
        row.area_id,
        not row.marks & Mark.ELSEWHERE,
        row.confidence,
        first_at,
        row.detected_at,
    )
