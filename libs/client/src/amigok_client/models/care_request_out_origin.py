from typing import Literal

CareRequestOutOrigin = Literal["admin", "follow_up", "owner", "plan", "staff"]

CARE_REQUEST_OUT_ORIGIN_VALUES: set[CareRequestOutOrigin] = {
    "admin",
    "follow_up",
    "owner",
    "plan",
    "staff",
}


def check_care_request_out_origin(value: str) -> CareRequestOutOrigin:
    if value in CARE_REQUEST_OUT_ORIGIN_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {CARE_REQUEST_OUT_ORIGIN_VALUES!r}")
