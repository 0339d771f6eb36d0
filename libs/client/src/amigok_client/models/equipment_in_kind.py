from typing import Literal

EquipmentInKind = Literal["cold_room", "freezer", "milk_tank", "other", "refrigerator"]

EQUIPMENT_IN_KIND_VALUES: set[EquipmentInKind] = {
    "cold_room",
    "freezer",
    "milk_tank",
    "other",
    "refrigerator",
}


def check_equipment_in_kind(value: str) -> EquipmentInKind:
    if value in EQUIPMENT_IN_KIND_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {EQUIPMENT_IN_KIND_VALUES!r}")
