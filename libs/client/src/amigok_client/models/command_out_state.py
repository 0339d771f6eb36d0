from typing import Literal

CommandOutState = Literal["cancelled", "delivered", "done", "expired", "failed", "pending"]

COMMAND_OUT_STATE_VALUES: set[CommandOutState] = {
    "cancelled",
    "delivered",
    "done",
    "expired",
    "failed",
    "pending",
}


def check_command_out_state(value: str) -> CommandOutState:
    if value in COMMAND_OUT_STATE_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {COMMAND_OUT_STATE_VALUES!r}")
