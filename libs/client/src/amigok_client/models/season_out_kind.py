from typing import Literal

SeasonOutKind = Literal["ever", "month", "week"]

SEASON_OUT_KIND_VALUES: set[SeasonOutKind] = {
    "ever",
    "month",
    "week",
}


def check_season_out_kind(value: str) -> SeasonOutKind:
    if value in SEASON_OUT_KIND_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {SEASON_OUT_KIND_VALUES!r}")
