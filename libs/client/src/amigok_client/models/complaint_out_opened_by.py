from typing import Literal

ComplaintOutOpenedBy = Literal["buyer", "platform"]

COMPLAINT_OUT_OPENED_BY_VALUES: set[ComplaintOutOpenedBy] = {
    "buyer",
    "platform",
}


def check_complaint_out_opened_by(value: str) -> ComplaintOutOpenedBy:
    if value in COMPLAINT_OUT_OPENED_BY_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {COMPLAINT_OUT_OPENED_BY_VALUES!r}")
