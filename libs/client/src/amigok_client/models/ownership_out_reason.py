from typing import Literal

OwnershipOutReason = Literal["born", "purchased", "reclaimed", "registered", "returned"]

OWNERSHIP_OUT_REASON_VALUES: set[OwnershipOutReason] = {
    "born",
    "purchased",
    "reclaimed",
    "registered",
    "returned",
}


def check_ownership_out_reason(value: str) -> OwnershipOutReason:
    if value in OWNERSHIP_OUT_REASON_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {OWNERSHIP_OUT_REASON_VALUES!r}")
