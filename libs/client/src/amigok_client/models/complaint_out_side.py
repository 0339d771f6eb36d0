from typing import Literal

ComplaintOutSide = Literal["administrator", "buyer", "seller"]

COMPLAINT_OUT_SIDE_VALUES: set[ComplaintOutSide] = {
    "administrator",
    "buyer",
    "seller",
}


def check_complaint_out_side(value: str) -> ComplaintOutSide:
    if value in COMPLAINT_OUT_SIDE_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {COMPLAINT_OUT_SIDE_VALUES!r}")
