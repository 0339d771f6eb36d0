from typing import Literal

MedicineChangeRoutesItem = Literal[
    "inhaled", "intramammary", "intramuscular", "intrauterine", "intravenous", "oral", "subcutaneous", "topical"
]

MEDICINE_CHANGE_ROUTES_ITEM_VALUES: set[MedicineChangeRoutesItem] = {
    "inhaled",
    "intramammary",
    "intramuscular",
    "intrauterine",
    "intravenous",
    "oral",
    "subcutaneous",
    "topical",
}


def check_medicine_change_routes_item(value: str) -> MedicineChangeRoutesItem:
    if value in MEDICINE_CHANGE_ROUTES_ITEM_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {MEDICINE_CHANGE_ROUTES_ITEM_VALUES!r}")
