from typing import Literal

DebtOutState = Literal["frozen", "given_up", "owed", "settled"]

DEBT_OUT_STATE_VALUES: set[DebtOutState] = {
    "frozen",
    "given_up",
    "owed",
    "settled",
}


def check_debt_out_state(value: str) -> DebtOutState:
    if value in DEBT_OUT_STATE_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {DEBT_OUT_STATE_VALUES!r}")
