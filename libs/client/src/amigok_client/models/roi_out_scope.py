from typing import Literal

RoiOutScope = Literal["farm", "mine", "platform"]

ROI_OUT_SCOPE_VALUES: set[RoiOutScope] = {
    "farm",
    "mine",
    "platform",
}


def check_roi_out_scope(value: str) -> RoiOutScope:
    if value in ROI_OUT_SCOPE_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {ROI_OUT_SCOPE_VALUES!r}")
