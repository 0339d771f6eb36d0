from typing import Literal

ContestOutState = Literal["active", "cancelled", "completed", "draft", "judging", "registration_open"]

CONTEST_OUT_STATE_VALUES: set[ContestOutState] = {
    "active",
    "cancelled",
    "completed",
    "draft",
    "judging",
    "registration_open",
}


def check_contest_out_state(value: str) -> ContestOutState:
    if value in CONTEST_OUT_STATE_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {CONTEST_OUT_STATE_VALUES!r}")
