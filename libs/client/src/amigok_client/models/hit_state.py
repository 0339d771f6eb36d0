from typing import Literal

HitState = Literal["draft", "expired", "live", "removed", "reserved", "sold", "taken_down"]

HIT_STATE_VALUES: set[HitState] = {
    "draft",
    "expired",
    "live",
    "removed",
    "reserved",
    "sold",
    "taken_down",
}


def check_hit_state(value: str) -> HitState:
    if value in HIT_STATE_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {HIT_STATE_VALUES!r}")
