from typing import Literal

EquipmentChangeKind = Literal["cold_room", "freezer", "milk_tank", "other", "refrigerator"]

EQUIPMENT_CHANGE_KIND_VALUES: set[EquipmentChangeKind] = {
    "cold_room",
    "freezer",
    "milk_tank",
    "other",
    "refrigerator",
}


def check_equipment_change_kind(value: str) -> EquipmentChangeKind:
    if value in EQUIPMENT_CHANGE_KIND_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {EQUIPMENT_CHANGE_KIND_VALUES!r}")
