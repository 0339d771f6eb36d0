from typing import Literal

ProceedsOutState = Literal["kept", "released", "waiting"]

PROCEEDS_OUT_STATE_VALUES: set[ProceedsOutState] = {
    "kept",
    "released",
    "waiting",
}


def check_proceeds_out_state(value: str) -> ProceedsOutState:
    if value in PROCEEDS_OUT_STATE_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {PROCEEDS_OUT_STATE_VALUES!r}")
