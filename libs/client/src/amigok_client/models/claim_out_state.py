from typing import Literal

ClaimOutState = Literal["approved", "rejected", "requested"]

CLAIM_OUT_STATE_VALUES: set[ClaimOutState] = {
    "approved",
    "rejected",
    "requested",
}


def check_claim_out_state(value: str) -> ClaimOutState:
    if value in CLAIM_OUT_STATE_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {CLAIM_OUT_STATE_VALUES!r}")
