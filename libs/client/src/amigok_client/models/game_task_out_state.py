from typing import Literal

GameTaskOutState = Literal["done", "missed", "open"]

GAME_TASK_OUT_STATE_VALUES: set[GameTaskOutState] = {
    "done",
    "missed",
    "open",
}


def check_game_task_out_state(value: str) -> GameTaskOutState:
    if value in GAME_TASK_OUT_STATE_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {GAME_TASK_OUT_STATE_VALUES!r}")
