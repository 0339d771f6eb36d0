from typing import Literal

RecordedMovementOutKind = Literal[
    "born", "bought_in", "corrected", "died", "moved", "reclaimed", "removed", "returned", "sold"
]

RECORDED_MOVEMENT_OUT_KIND_VALUES: set[RecordedMovementOutKind] = {
    "born",
    "bought_in",
    "corrected",
    "died",
    "moved",
    "reclaimed",
    "removed",
    "returned",
    "sold",
}


def check_recorded_movement_out_kind(value: str) -> RecordedMovementOutKind:
    if value in RECORDED_MOVEMENT_OUT_KIND_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {RECORDED_MOVEMENT_OUT_KIND_VALUES!r}")
