from typing import Literal

CareAssignmentInCurrency = Literal["EUR", "GBP", "USD"]

CARE_ASSIGNMENT_IN_CURRENCY_VALUES: set[CareAssignmentInCurrency] = {
    "EUR",
    "GBP",
    "USD",
}


def check_care_assignment_in_currency(value: str) -> CareAssignmentInCurrency:
    if value in CARE_ASSIGNMENT_IN_CURRENCY_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {CARE_ASSIGNMENT_IN_CURRENCY_VALUES!r}")
