from typing import Literal

WatchOutState = Literal["draft", "expired", "live", "removed", "reserved", "sold", "taken_down"]

WATCH_OUT_STATE_VALUES: set[WatchOutState] = {
    "draft",
    "expired",
    "live",
    "removed",
    "reserved",
    "sold",
    "taken_down",
}


def check_watch_out_state(value: str) -> WatchOutState:
    if value in WATCH_OUT_STATE_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {WATCH_OUT_STATE_VALUES!r}")
