from typing import Literal

MarkedDetectionMarksItem = Literal[
    "clock_skew", "disputed", "elsewhere", "late", "low_confidence", "two_places", "unknown_camera", "unknown_card"
]

MARKED_DETECTION_MARKS_ITEM_VALUES: set[MarkedDetectionMarksItem] = {
    "clock_skew",
    "disputed",
    "elsewhere",
    "late",
    "low_confidence",
    "two_places",
    "unknown_camera",
    "unknown_card",
}


def check_marked_detection_marks_item(value: str) -> MarkedDetectionMarksItem:
    if value in MARKED_DETECTION_MARKS_ITEM_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {MARKED_DETECTION_MARKS_ITEM_VALUES!r}")
