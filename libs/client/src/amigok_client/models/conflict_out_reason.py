from typing import Literal

ConflictOutReason = Literal["entrant", "farm_staff", "former_owner", "linked", "owner"]

CONFLICT_OUT_REASON_VALUES: set[ConflictOutReason] = {
    "entrant",
    "farm_staff",
    "former_owner",
    "linked",
    "owner",
}


def check_conflict_out_reason(value: str) -> ConflictOutReason:
    if value in CONFLICT_OUT_REASON_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {CONFLICT_OUT_REASON_VALUES!r}")
