from typing import Literal

ComplaintOutState = Literal["open", "parted", "refunded", "released", "returning", "withdrawn"]

COMPLAINT_OUT_STATE_VALUES: set[ComplaintOutState] = {
    "open",
    "parted",
    "refunded",
    "released",
    "returning",
    "withdrawn",
}


def check_complaint_out_state(value: str) -> ComplaintOutState:
    if value in COMPLAINT_OUT_STATE_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {COMPLAINT_OUT_STATE_VALUES!r}")
