from typing import Literal

PrescriptionInConfirmedWarningsItem = Literal["dose_above_range", "dose_below_range", "no_dose_range", "weight_unknown"]

PRESCRIPTION_IN_CONFIRMED_WARNINGS_ITEM_VALUES: set[PrescriptionInConfirmedWarningsItem] = {
    "dose_above_range",
    "dose_below_range",
    "no_dose_range",
    "weight_unknown",
}


def check_prescription_in_confirmed_warnings_item(value: str) -> PrescriptionInConfirmedWarningsItem:
    if value in PRESCRIPTION_IN_CONFIRMED_WARNINGS_ITEM_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {PRESCRIPTION_IN_CONFIRMED_WARNINGS_ITEM_VALUES!r}")
