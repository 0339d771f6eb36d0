from typing import Literal

CohortOutAgeMonths = Literal["0-6", "12-24", "24+", "6-12", "unknown"]

COHORT_OUT_AGE_MONTHS_VALUES: set[CohortOutAgeMonths] = {
    "0-6",
    "12-24",
    "24+",
    "6-12",
    "unknown",
}


def check_cohort_out_age_months(value: str) -> CohortOutAgeMonths:
    if value in COHORT_OUT_AGE_MONTHS_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {COHORT_OUT_AGE_MONTHS_VALUES!r}")
