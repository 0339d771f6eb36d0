from typing import Literal

MedicineInRoutesItem = Literal[
    "inhaled", "intramammary", "intramuscular", "intrauterine", "intravenous", "oral", "subcutaneous", "topical"
]

MEDICINE_IN_ROUTES_ITEM_VALUES: set[MedicineInRoutesItem] = {
    "inhaled",
    "intramammary",
    "intramuscular",
    "intrauterine",
    "intravenous",
    "oral",
    "subcutaneous",
    "topical",
}


def check_medicine_in_routes_item(value: str) -> MedicineInRoutesItem:
    if value in MEDICINE_IN_ROUTES_ITEM_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {MEDICINE_IN_ROUTES_ITEM_VALUES!r}")
