from typing import Literal

LabelsInFormat = Literal["a4_2x7", "a4_3x8", "a4_5x13"]

LABELS_IN_FORMAT_VALUES: set[LabelsInFormat] = {
    "a4_2x7",
    "a4_3x8",
    "a4_5x13",
}


def check_labels_in_format(value: str) -> LabelsInFormat:
    if value in LABELS_IN_FORMAT_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {LABELS_IN_FORMAT_VALUES!r}")
