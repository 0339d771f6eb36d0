from typing import Literal

JoinInVisibility = Literal["everyone", "friends", "nobody"]

JOIN_IN_VISIBILITY_VALUES: set[JoinInVisibility] = {
    "everyone",
    "friends",
    "nobody",
}


def check_join_in_visibility(value: str) -> JoinInVisibility:
    if value in JOIN_IN_VISIBILITY_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {JOIN_IN_VISIBILITY_VALUES!r}")
