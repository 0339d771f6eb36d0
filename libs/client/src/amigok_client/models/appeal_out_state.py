from typing import Literal

AppealOutState = Literal["open", "rejected", "upheld", "withdrawn"]

APPEAL_OUT_STATE_VALUES: set[AppealOutState] = {
    "open",
    "rejected",
    "upheld",
    "withdrawn",
}


def check_appeal_out_state(value: str) -> AppealOutState:
    if value in APPEAL_OUT_STATE_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {APPEAL_OUT_STATE_VALUES!r}")
