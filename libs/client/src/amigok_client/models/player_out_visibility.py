from typing import Literal

PlayerOutVisibility = Literal["everyone", "friends", "nobody"]

PLAYER_OUT_VISIBILITY_VALUES: set[PlayerOutVisibility] = {
    "everyone",
    "friends",
    "nobody",
}


def check_player_out_visibility(value: str) -> PlayerOutVisibility:
    if value in PLAYER_OUT_VISIBILITY_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {PLAYER_OUT_VISIBILITY_VALUES!r}")
