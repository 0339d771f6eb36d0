from typing import Literal

DisposalOutHow = Literal["died", "reclaimed", "removed", "sold"]

DISPOSAL_OUT_HOW_VALUES: set[DisposalOutHow] = {
    "died",
    "reclaimed",
    "removed",
    "sold",
}


def check_disposal_out_how(value: str) -> DisposalOutHow:
    if value in DISPOSAL_OUT_HOW_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {DISPOSAL_OUT_HOW_VALUES!r}")
