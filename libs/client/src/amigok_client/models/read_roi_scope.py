from typing import Literal

ReadRoiScope = Literal["farm", "mine", "platform"]

READ_ROI_SCOPE_VALUES: set[ReadRoiScope] = {
    "farm",
    "mine",
    "platform",
}


def check_read_roi_scope(value: str) -> ReadRoiScope:
    if value in READ_ROI_SCOPE_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {READ_ROI_SCOPE_VALUES!r}")
