from typing import Literal

RoleInRole = Literal["admin", "farm_staff", "gamer", "investor", "veterinarian"]

ROLE_IN_ROLE_VALUES: set[RoleInRole] = {
    "admin",
    "farm_staff",
    "gamer",
    "investor",
    "veterinarian",
}


def check_role_in_role(value: str) -> RoleInRole:
    if value in ROLE_IN_ROLE_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {ROLE_IN_ROLE_VALUES!r}")
