from typing import Literal

ReadPlayersLeaderboardPeriod = Literal["ever", "month", "week"]

READ_PLAYERS_LEADERBOARD_PERIOD_VALUES: set[ReadPlayersLeaderboardPeriod] = {
    "ever",
    "month",
    "week",
}


def check_read_players_leaderboard_period(value: str) -> ReadPlayersLeaderboardPeriod:
    if value in READ_PLAYERS_LEADERBOARD_PERIOD_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {READ_PLAYERS_LEADERBOARD_PERIOD_VALUES!r}")
