from typing import Literal

GameReadLeaderboardPeriod = Literal["ever", "month", "week"]

GAME_READ_LEADERBOARD_PERIOD_VALUES: set[GameReadLeaderboardPeriod] = {
    "ever",
    "month",
    "week",
}


def check_game_read_leaderboard_period(value: str) -> GameReadLeaderboardPeriod:
    if value in GAME_READ_LEADERBOARD_PERIOD_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {GAME_READ_LEADERBOARD_PERIOD_VALUES!r}")
