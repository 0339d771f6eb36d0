from typing import Literal

PrizeWonOutKind = Literal["badge", "cash", "custom", "discount", "free_service"]

PRIZE_WON_OUT_KIND_VALUES: set[PrizeWonOutKind] = {
    "badge",
    "cash",
    "custom",
    "discount",
    "free_service",
}


def check_prize_won_out_kind(value: str) -> PrizeWonOutKind:
    if value in PRIZE_WON_OUT_KIND_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {PRIZE_WON_OUT_KIND_VALUES!r}")
