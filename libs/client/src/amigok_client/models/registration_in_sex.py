from typing import Literal

RegistrationInSex = Literal["female", "male"]

REGISTRATION_IN_SEX_VALUES: set[RegistrationInSex] = {
    "female",
    "male",
}


def check_registration_in_sex(value: str) -> RegistrationInSex:
    if value in REGISTRATION_IN_SEX_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {REGISTRATION_IN_SEX_VALUES!r}")
