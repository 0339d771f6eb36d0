from typing import Literal

GameEntryOutState = Literal[
    "admitted", "cancelled", "competing", "disqualified", "lost", "refused", "registered", "withdrawn"
]

GAME_ENTRY_OUT_STATE_VALUES: set[GameEntryOutState] = {
    "admitted",
    "cancelled",
    "competing",
    "disqualified",
    "lost",
    "refused",
    "registered",
    "withdrawn",
}


def check_game_entry_out_state(value: str) -> GameEntryOutState:
    if value in GAME_ENTRY_OUT_STATE_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {GAME_ENTRY_OUT_STATE_VALUES!r}")
