from typing import Literal

ExcursionOutState = Literal["ended", "open", "withdrawn"]

EXCURSION_OUT_STATE_VALUES: set[ExcursionOutState] = {
    "ended",
    "open",
    "withdrawn",
}


def check_excursion_out_state(value: str) -> ExcursionOutState:
    if value in EXCURSION_OUT_STATE_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {EXCURSION_OUT_STATE_VALUES!r}")
