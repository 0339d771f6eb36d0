from typing import Literal

BoardOutScope = Literal["all", "farm", "friends"]

BOARD_OUT_SCOPE_VALUES: set[BoardOutScope] = {
    "all",
    "farm",
    "friends",
}


def check_board_out_scope(value: str) -> BoardOutScope:
    if value in BOARD_OUT_SCOPE_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {BOARD_OUT_SCOPE_VALUES!r}")
