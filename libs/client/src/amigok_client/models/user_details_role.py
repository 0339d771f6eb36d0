from typing import Literal

UserDetailsRole = Literal["admin", "farm_staff", "gamer", "investor", "veterinarian"]

USER_DETAILS_ROLE_VALUES: set[UserDetailsRole] = {
    "admin",
    "farm_staff",
    "gamer",
    "investor",
    "veterinarian",
}


def check_user_details_role(value: str) -> UserDetailsRole:
    if value in USER_DETAILS_ROLE_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {USER_DETAILS_ROLE_VALUES!r}")
