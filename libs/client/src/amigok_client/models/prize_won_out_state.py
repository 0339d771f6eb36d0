from typing import Literal

PrizeWonOutState = Literal["agreeing", "due", "forfeited", "granted", "paid", "requested", "withheld"]

PRIZE_WON_OUT_STATE_VALUES: set[PrizeWonOutState] = {
    "agreeing",
    "due",
    "forfeited",
    "granted",
    "paid",
    "requested",
    "withheld",
}


def check_prize_won_out_state(value: str) -> PrizeWonOutState:
    if value in PRIZE_WON_OUT_STATE_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {PRIZE_WON_OUT_STATE_VALUES!r}")
