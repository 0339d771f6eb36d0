from typing import Literal

NewUserOutRole = Literal["admin", "farm_staff", "gamer", "investor", "veterinarian"]

NEW_USER_OUT_ROLE_VALUES: set[NewUserOutRole] = {
    "admin",
    "farm_staff",
    "gamer",
    "investor",
    "veterinarian",
}


def check_new_user_out_role(value: str) -> NewUserOutRole:
    if value in NEW_USER_OUT_ROLE_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {NEW_USER_OUT_ROLE_VALUES!r}")
