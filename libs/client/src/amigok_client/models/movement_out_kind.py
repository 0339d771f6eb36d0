from typing import Literal

MovementOutKind = Literal["born", "bought_in", "corrected", "died", "moved", "reclaimed", "removed", "returned", "sold"]

MOVEMENT_OUT_KIND_VALUES: set[MovementOutKind] = {
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


def check_movement_out_kind(value: str) -> MovementOutKind:
    if value in MOVEMENT_OUT_KIND_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {MOVEMENT_OUT_KIND_VALUES!r}")
