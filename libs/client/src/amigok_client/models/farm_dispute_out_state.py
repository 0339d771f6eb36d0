from typing import Literal

FarmDisputeOutState = Literal["kept", "lost", "open", "owed", "reclaimed", "returned", "settled", "undecided", "won"]

FARM_DISPUTE_OUT_STATE_VALUES: set[FarmDisputeOutState] = {
    "kept",
    "lost",
    "open",
    "owed",
    "reclaimed",
    "returned",
    "settled",
    "undecided",
    "won",
}


def check_farm_dispute_out_state(value: str) -> FarmDisputeOutState:
    if value in FARM_DISPUTE_OUT_STATE_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {FARM_DISPUTE_OUT_STATE_VALUES!r}")
