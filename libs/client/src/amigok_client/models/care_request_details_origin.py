from typing import Literal

CareRequestDetailsOrigin = Literal["admin", "follow_up", "owner", "plan", "staff"]

CARE_REQUEST_DETAILS_ORIGIN_VALUES: set[CareRequestDetailsOrigin] = {
    "admin",
    "follow_up",
    "owner",
    "plan",
    "staff",
}


def check_care_request_details_origin(value: str) -> CareRequestDetailsOrigin:
    if value in CARE_REQUEST_DETAILS_ORIGIN_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {CARE_REQUEST_DETAILS_ORIGIN_VALUES!r}")
