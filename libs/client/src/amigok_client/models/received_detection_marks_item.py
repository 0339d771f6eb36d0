from typing import Literal

ReceivedDetectionMarksItem = Literal[
    "clock_skew", "disputed", "elsewhere", "late", "low_confidence", "two_places", "unknown_camera", "unknown_card"
]

RECEIVED_DETECTION_MARKS_ITEM_VALUES: set[ReceivedDetectionMarksItem] = {
    "clock_skew",
    "disputed",
    "elsewhere",
    "late",
    "low_confidence",
    "two_places",
    "unknown_camera",
    "unknown_card",
}


def check_received_detection_marks_item(value: str) -> ReceivedDetectionMarksItem:
    if value in RECEIVED_DETECTION_MARKS_ITEM_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {RECEIVED_DETECTION_MARKS_ITEM_VALUES!r}")
