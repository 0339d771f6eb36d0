from typing import Literal

PilotTaskOutKind = Literal["clean", "exercise", "feed", "health_check", "vaccination"]

PILOT_TASK_OUT_KIND_VALUES: set[PilotTaskOutKind] = {
    "clean",
    "exercise",
    "feed",
    "health_check",
    "vaccination",
}


def check_pilot_task_out_kind(value: str) -> PilotTaskOutKind:
    if value in PILOT_TASK_OUT_KIND_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {PILOT_TASK_OUT_KIND_VALUES!r}")
