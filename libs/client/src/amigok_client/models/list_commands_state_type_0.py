from typing import Literal

ListCommandsStateType0 = Literal["cancelled", "delivered", "done", "expired", "failed", "pending"]

LIST_COMMANDS_STATE_TYPE_0_VALUES: set[ListCommandsStateType0] = {
    "cancelled",
    "delivered",
    "done",
    "expired",
    "failed",
    "pending",
}


def check_list_commands_state_type_0(value: str) -> ListCommandsStateType0:
    if value in LIST_COMMANDS_STATE_TYPE_0_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {LIST_COMMANDS_STATE_TYPE_0_VALUES!r}")
