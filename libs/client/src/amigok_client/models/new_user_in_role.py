from typing import Literal

NewUserInRole = Literal["admin", "farm_staff", "gamer", "investor", "veterinarian"]

NEW_USER_IN_ROLE_VALUES: set[NewUserInRole] = {
    "admin",
    "farm_staff",
    "gamer",
    "investor",
    "veterinarian",
}


def check_new_user_in_role(value: str) -> NewUserInRole:
    if value in NEW_USER_IN_ROLE_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {NEW_USER_IN_ROLE_VALUES!r}")
