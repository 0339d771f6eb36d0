from typing import Literal

RegisterInRole = Literal["gamer", "investor"]

REGISTER_IN_ROLE_VALUES: set[RegisterInRole] = {
    "gamer",
    "investor",
}


def check_register_in_role(value: str) -> RegisterInRole:
    if value in REGISTER_IN_ROLE_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {REGISTER_IN_ROLE_VALUES!r}")
