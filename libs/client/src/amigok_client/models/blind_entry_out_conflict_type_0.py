from typing import Literal

BlindEntryOutConflictType0 = Literal["entrant", "farm_staff", "former_owner", "linked", "owner"]

BLIND_ENTRY_OUT_CONFLICT_TYPE_0_VALUES: set[BlindEntryOutConflictType0] = {
    "entrant",
    "farm_staff",
    "former_owner",
    "linked",
    "owner",
}


def check_blind_entry_out_conflict_type_0(value: str) -> BlindEntryOutConflictType0:
    if value in BLIND_ENTRY_OUT_CONFLICT_TYPE_0_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {BLIND_ENTRY_OUT_CONFLICT_TYPE_0_VALUES!r}")
