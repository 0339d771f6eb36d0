from typing import Literal

FarmListDisputesState = Literal["kept", "lost", "open", "owed", "reclaimed", "returned", "settled", "undecided", "won"]

FARM_LIST_DISPUTES_STATE_VALUES: set[FarmListDisputesState] = {
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


def check_farm_list_disputes_state(value: str) -> FarmListDisputesState:
    if value in FARM_LIST_DISPUTES_STATE_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {FARM_LIST_DISPUTES_STATE_VALUES!r}")
