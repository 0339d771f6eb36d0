from typing import Literal

OffspringInSex = Literal["female", "male"]

OFFSPRING_IN_SEX_VALUES: set[OffspringInSex] = {
    "female",
    "male",
}


def check_offspring_in_sex(value: str) -> OffspringInSex:
    if value in OFFSPRING_IN_SEX_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {OFFSPRING_IN_SEX_VALUES!r}")
