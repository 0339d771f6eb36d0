from typing import Literal

EquipmentOutKind = Literal["cold_room", "freezer", "milk_tank", "other", "refrigerator"]

EQUIPMENT_OUT_KIND_VALUES: set[EquipmentOutKind] = {
    "cold_room",
    "freezer",
    "milk_tank",
    "other",
    "refrigerator",
}


def check_equipment_out_kind(value: str) -> EquipmentOutKind:
    if value in EQUIPMENT_OUT_KIND_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {EQUIPMENT_OUT_KIND_VALUES!r}")
