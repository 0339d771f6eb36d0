from typing import Literal

UnusualExitState = Literal["allowed", "refused", "undone"]

UNUSUAL_EXIT_STATE_VALUES: set[UnusualExitState] = {
    "allowed",
    "refused",
    "undone",
}


def check_unusual_exit_state(value: str) -> UnusualExitState:
    if value in UNUSUAL_EXIT_STATE_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {UNUSUAL_EXIT_STATE_VALUES!r}")
