from typing import Literal

MedicineAssignmentInCurrency = Literal["EUR", "GBP", "USD"]

MEDICINE_ASSIGNMENT_IN_CURRENCY_VALUES: set[MedicineAssignmentInCurrency] = {
    "EUR",
    "GBP",
    "USD",
}


def check_medicine_assignment_in_currency(value: str) -> MedicineAssignmentInCurrency:
    if value in MEDICINE_ASSIGNMENT_IN_CURRENCY_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {MEDICINE_ASSIGNMENT_IN_CURRENCY_VALUES!r}")
