from typing import Literal

DifferenceOutKind = Literal["amount", "missing_here", "missing_there", "state"]

DIFFERENCE_OUT_KIND_VALUES: set[DifferenceOutKind] = {
    "amount",
    "missing_here",
    "missing_there",
    "state",
}


def check_difference_out_kind(value: str) -> DifferenceOutKind:
    if value in DIFFERENCE_OUT_KIND_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {DIFFERENCE_OUT_KIND_VALUES!r}")
