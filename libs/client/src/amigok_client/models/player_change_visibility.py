from typing import Literal

PlayerChangeVisibility = Literal["everyone", "friends", "nobody"]

PLAYER_CHANGE_VISIBILITY_VALUES: set[PlayerChangeVisibility] = {
    "everyone",
    "friends",
    "nobody",
}


def check_player_change_visibility(value: str) -> PlayerChangeVisibility:
    if value in PLAYER_CHANGE_VISIBILITY_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {PLAYER_CHANGE_VISIBILITY_VALUES!r}")
