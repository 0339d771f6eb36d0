from typing import Literal

ReadLeaderboardScope = Literal["all", "farm", "friends"]

READ_LEADERBOARD_SCOPE_VALUES: set[ReadLeaderboardScope] = {
    "all",
    "farm",
    "friends",
}


def check_read_leaderboard_scope(value: str) -> ReadLeaderboardScope:
    if value in READ_LEADERBOARD_SCOPE_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {READ_LEADERBOARD_SCOPE_VALUES!r}")
