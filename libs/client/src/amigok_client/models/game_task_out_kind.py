from typing import Literal

GameTaskOutKind = Literal["clean", "exercise", "feed", "health_check", "vaccination"]

GAME_TASK_OUT_KIND_VALUES: set[GameTaskOutKind] = {
    "clean",
    "exercise",
    "feed",
    "health_check",
    "vaccination",
}


def check_game_task_out_kind(value: str) -> GameTaskOutKind:
    if value in GAME_TASK_OUT_KIND_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {GAME_TASK_OUT_KIND_VALUES!r}")
