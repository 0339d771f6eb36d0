from typing import Literal

ListMarkedDetectionsMarkType0 = Literal[
    "clock_skew", "disputed", "elsewhere", "late", "low_confidence", "two_places", "unknown_camera", "unknown_card"
]

LIST_MARKED_DETECTIONS_MARK_TYPE_0_VALUES: set[ListMarkedDetectionsMarkType0] = {
    "clock_skew",
    "disputed",
    "elsewhere",
    "late",
    "low_confidence",
    "two_places",
    "unknown_camera",
    "unknown_card",
}


def check_list_marked_detections_mark_type_0(value: str) -> ListMarkedDetectionsMarkType0:
    if value in LIST_MARKED_DETECTIONS_MARK_TYPE_0_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {LIST_MARKED_DETECTIONS_MARK_TYPE_0_VALUES!r}")
