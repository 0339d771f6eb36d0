from typing import Literal

AnnouncementOutState = Literal["cancelled", "completed", "sending"]

ANNOUNCEMENT_OUT_STATE_VALUES: set[AnnouncementOutState] = {
    "cancelled",
    "completed",
    "sending",
}


def check_announcement_out_state(value: str) -> AnnouncementOutState:
    if value in ANNOUNCEMENT_OUT_STATE_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {ANNOUNCEMENT_OUT_STATE_VALUES!r}")
