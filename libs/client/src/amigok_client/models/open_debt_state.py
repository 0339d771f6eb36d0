from typing import Literal

OpenDebtState = Literal["frozen", "owed"]

OPEN_DEBT_STATE_VALUES: set[OpenDebtState] = {
    "frozen",
    "owed",
}


def check_open_debt_state(value: str) -> OpenDebtState:
    if value in OPEN_DEBT_STATE_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {OPEN_DEBT_STATE_VALUES!r}")
