from typing import Literal

ComplaintFileOutSide = Literal["buyer", "seller"]

COMPLAINT_FILE_OUT_SIDE_VALUES: set[ComplaintFileOutSide] = {
    "buyer",
    "seller",
}


def check_complaint_file_out_side(value: str) -> ComplaintFileOutSide:
    if value in COMPLAINT_FILE_OUT_SIDE_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {COMPLAINT_FILE_OUT_SIDE_VALUES!r}")
