"""Detections over HTTP."""

from datetime import UTC, datetime
from typing import Annotated, Any, Literal, Self
from uuid import UUID

from pydantic import AfterValidator, Discriminator, Field, Tag, model_validator

from amigok_chassis.schemas import In, Moment, Out
from amigok_chassis.text import clean
from stream.cards.schemas import CardRead
from stream.detections.marks import Mark, MarkName
from stream.detections.models import Detection
from stream.evidence.canonical import ten_thousandths
from stream.evidence.models import Verdict
from stream.evidence.schemas import EvidenceIn
from stream.sightings.models import Sighting

MOST = 1_000
"""Detections in a batch."""

WHOLE = 10_000
"""The frame in ten-thousandths."""


def _kept_as_sent(text: str) -> str:
    if clean(text) != text:
        raise ValueError("a text is in composed form (NFC), without spaces at its ends, since it is signed as it is")
    return text


DeviceMoment = Annotated[Moment, Field(ge=datetime(1970, 1, 1, tzinfo=UTC), lt=datetime(2100, 1, 1, tzinfo=UTC))]
"""What a device's clock says; one that has lost the time begins in 1970."""
Fraction = Annotated[float, Field(strict=True, ge=0, le=1, allow_inf_nan=False)]
ModelVersion = Annotated[str, Field(pattern=r"^[!-~]+$", max_length=50)]
AreaRead = Annotated[str, Field(min_length=1, max_length=50), AfterValidator(_kept_as_sent)]


class DetectionBox(In):
    """Where in the frame, in parts of its width and height, from its upper left corner. Kept in ten-thousandths."""

    x: Fraction
    y: Fraction
    width: Fraction
    height: Fraction

    @model_validator(mode="after")
    def _within_the_frame(self) -> "DetectionBox":
        x, y, width, height = self.sides
        if x + width > WHOLE + 1 or y + height > WHOLE + 1:
            raise ValueError("a box lies within the frame")
        return self

    @property
    def sides(self) -> tuple[int, int, int, int]:
        x, y, width, height = self.x, self.y, self.width, self.height
        return ten_thousandths(x), ten_thousandths(y), ten_thousandths(width), ten_thousandths(height)


class DetectionIn(In):
    """A card that a device has read in the picture of one of its cameras. `event_id` is the device's own.

    With `image` the answer has a link to upload the picture to.
    """

    event_id: UUID
    camera_id: UUID
    card: CardRead
    confidence: Fraction
    detected_at: DeviceMoment
    box: DetectionBox | None = None
    area: AreaRead | None = None
    model_version: ModelVersion | None = None
    image: bool = Field(False, strict=True)


class DetectionBatchIn(In):
    """Detections in the order of the device. `sent_at` is its clock when it sends them: from it follows its skew."""

    detections: Annotated[list[DetectionIn], Field(min_length=1, max_length=MOST)]
    sent_at: DeviceMoment | None = None
    evidence: EvidenceIn | None = None

    @model_validator(mode="after")
    def _complete(self) -> "DetectionBatchIn":
        if len({each.event_id for each in self.detections}) < len(self.detections):
            raise ValueError("an event id comes once in a batch")
        if self.evidence is not None and self.sent_at is None:
            raise ValueError("what is signed says when it was sent")
        return self

    @classmethod
    def of(cls, body: "DetectionBatchIn | DetectionIn") -> "DetectionBatchIn":
        """A single detection is a batch of one."""
        return body if isinstance(body, DetectionBatchIn) else cls(detections=[body])


def _form(body: Any) -> str:
    return (
        "batch" if isinstance(body, DetectionBatchIn) or (isinstance(body, dict) and "detections" in body) else "single"
    )


DetectionsIn = Annotated[
    Annotated[DetectionBatchIn, Tag("batch")] | Annotated[DetectionIn, Tag("single")], Discriminator(_form)
]
"""A batch, or a single detection."""


class ReceivedDetection(Out):
    """What became of a detection: `known` if it had come before, which has no further effect.

    `image_path` is where its picture goes, by PUT and for a short time.
    """

    event_id: UUID
    status: Literal["stored", "known"]
    marks: list[MarkName]
    image_path: str | None = None


class Judgement(Out):
    """What was found of the evidence of a batch; `replay` if it had come before."""

    verdict: Verdict
    replay: bool


class DetectionBatchOut(Out):
    """What became of each detection, in their order."""

    new: int
    known: int
    items: list[ReceivedDetection]
    evidence: Judgement | None = None


class DetectionBoxOut(Out):
    """Where in the frame, in parts of its width and height."""

    x: float
    y: float
    width: float
    height: float

    @classmethod
    def of(cls, row: Detection) -> Self | None:
        """None where the device gave none."""
        sides = {name: getattr(row, name) for name in ("x", "y", "width", "height")}
        return None if row.x is None else cls(**{name: side / WHOLE for name, side in sides.items()})


class DetectionOut(Out):
    """A detection of an animal. `marks` say what is doubtful about it; `signed`, whether the device has signed it."""

    event_id: UUID
    camera_id: UUID
    area_id: UUID | None
    area: str | None
    detected_at: Moment
    confidence: float
    box: DetectionBoxOut | None
    model_version: str | None
    marks: list[MarkName]
    signed: bool
    image_path: str | None

    @classmethod
    def of(cls, row: Detection, image_path: str | None) -> Self:
        """With the link to its picture, if there is one."""
        names = ("event_id", "camera_id", "area_id", "area", "detected_at", "model_version")
        return cls(
            **{name: getattr(row, name) for name in names},
            confidence=row.confidence / WHOLE,
            box=DetectionBoxOut.of(row),
            marks=Mark(row.marks).names,
            signed=row.evidence_id is not None,
            image_path=image_path,
        )


class LastSeen(Out):
    """The newest detection of an animal that counts; null while there is none."""

    livestock_id: UUID
    detected_at: Moment | None = None
    camera_id: UUID | None = None
    area_id: UUID | None = None
    confidence: float | None = None

    @classmethod
    def of(cls, livestock_id: UUID, row: Detection | Sighting | None) -> Self:
        if row is None:
            return cls(livestock_id=livestock_id)
        seen = {name: getattr(row, name) for name in ("detected_at", "camera_id", "area_id")}
        return cls(livestock_id=livestock_id, **seen, confidence=row.confidence / WHOLE)


class MarkedDetection(Out):
    """A detection about which something is doubtful, as the device sent it."""

    event_id: UUID
    device_id: UUID
    camera_id: UUID
    farm_id: UUID
    livestock_id: UUID | None
    card: str
    confidence: float
    device_at: Moment
    detected_at: Moment
    received_at: Moment
    marks: list[MarkName]

    @classmethod
    def of(cls, row: Detection) -> Self:
        own = {name: getattr(row, name) for name in cls.model_fields.keys() - {"confidence", "marks"}}
        return cls(**own, confidence=row.confidence / WHOLE, marks=Mark(row.marks).names)
