from typing import Literal

ReadPlayersLeaderboardScope = Literal["all", "farm", "friends"]

READ_PLAYERS_LEADERBOARD_SCOPE_VALUES: set[ReadPlayersLeaderboardScope] = {
    "all",
    "farm",
    "friends",
}


def check_read_players_leaderboard_scope(value: str) -> ReadPlayersLeaderboardScope:
    if value in READ_PLAYERS_LEADERBOARD_SCOPE_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {READ_PLAYERS_LEADERBOARD_SCOPE_VALUES!r}")
