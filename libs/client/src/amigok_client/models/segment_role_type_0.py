from typing import Literal

SegmentRoleType0 = Literal["admin", "farm_staff", "gamer", "investor", "veterinarian"]

SEGMENT_ROLE_TYPE_0_VALUES: set[SegmentRoleType0] = {
    "admin",
    "farm_staff",
    "gamer",
    "investor",
    "veterinarian",
}


def check_segment_role_type_0(value: str) -> SegmentRoleType0:
    if value in SEGMENT_ROLE_TYPE_0_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {SEGMENT_ROLE_TYPE_0_VALUES!r}")
