"""What is doubtful about a detection. It is kept all the same."""

from enum import IntFlag
from typing import Literal

MarkName = Literal[
    "unknown_card",
    "low_confidence",
    "two_places",
    "clock_skew",
    "late",
    "disputed",
    "unknown_camera",
    "elsewhere",
]


class Mark(IntFlag):
    """The bits of `detections.marks`."""

    UNKNOWN_CARD = 1
    """No animal is known by the card; `livestock_id` is null until one is."""
    LOW_CONFIDENCE = 2
    TWO_PLACES = 4
    """The animal was seen in another place so shortly before or after that one of both is wrong."""
    CLOCK_SKEW = 8
    """The device's clock was wrong: `detected_at` was corrected."""
    LATE = 16
    """It arrived long after it was made."""
    DISPUTED = 32
    """The batch was signed, and its evidence was not accepted."""
    UNKNOWN_CAMERA = 64
    """The camera is not one of the device's."""
    ELSEWHERE = 128
    """The device stands on another farm than the animal."""

    @property
    def names(self) -> list[MarkName]:
        return [name for name in NAMES if NAMES[name] in self]


NAMES: dict[MarkName, Mark] = {
    "unknown_card": Mark.UNKNOWN_CARD,
    "low_confidence": Mark.LOW_CONFIDENCE,
    "two_places": Mark.TWO_PLACES,
    "clock_skew": Mark.CLOCK_SKEW,
    "late": Mark.LATE,
    "disputed": Mark.DISPUTED,
    "unknown_camera": Mark.UNKNOWN_CAMERA,
    "elsewhere": Mark.ELSEWHERE,
}
"""As answers list them."""


UNCOUNTED = Mark.UNKNOWN_CARD | Mark.LOW_CONFIDENCE | Mark.CLOCK_SKEW | Mark.UNKNOWN_CAMERA
"""Neither the time when an animal was last seen nor a recording follows from these."""

UNSHOWN = Mark.UNKNOWN_CARD | Mark.UNKNOWN_CAMERA
"""Only administrators see these."""
