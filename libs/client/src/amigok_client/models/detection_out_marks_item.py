from typing import Literal

DetectionOutMarksItem = Literal[
    "clock_skew", "disputed", "elsewhere", "late", "low_confidence", "two_places", "unknown_camera", "unknown_card"
]

DETECTION_OUT_MARKS_ITEM_VALUES: set[DetectionOutMarksItem] = {
    "clock_skew",
    "disputed",
    "elsewhere",
    "late",
    "low_confidence",
    "two_places",
    "unknown_camera",
    "unknown_card",
}


def check_detection_out_marks_item(value: str) -> DetectionOutMarksItem:
    if value in DETECTION_OUT_MARKS_ITEM_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {DETECTION_OUT_MARKS_ITEM_VALUES!r}")
