from typing import Literal

EligibilitySexType0 = Literal["female", "male"]

ELIGIBILITY_SEX_TYPE_0_VALUES: set[EligibilitySexType0] = {
    "female",
    "male",
}


def check_eligibility_sex_type_0(value: str) -> EligibilitySexType0:
    if value in ELIGIBILITY_SEX_TYPE_0_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {ELIGIBILITY_SEX_TYPE_0_VALUES!r}")
