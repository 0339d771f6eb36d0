from typing import Literal

GameReadLeaderboardScope = Literal["all", "farm", "friends"]

GAME_READ_LEADERBOARD_SCOPE_VALUES: set[GameReadLeaderboardScope] = {
    "all",
    "farm",
    "friends",
}


def check_game_read_leaderboard_scope(value: str) -> GameReadLeaderboardScope:
    if value in GAME_READ_LEADERBOARD_SCOPE_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {GAME_READ_LEADERBOARD_SCOPE_VALUES!r}")
