from typing import Literal

AlarmOutState = Literal["acknowledged", "ended", "raised", "withdrawn"]

ALARM_OUT_STATE_VALUES: set[AlarmOutState] = {
    "acknowledged",
    "ended",
    "raised",
    "withdrawn",
}


def check_alarm_out_state(value: str) -> AlarmOutState:
    if value in ALARM_OUT_STATE_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {ALARM_OUT_STATE_VALUES!r}")
