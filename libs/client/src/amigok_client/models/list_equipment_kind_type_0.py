from typing import Literal

ListEquipmentKindType0 = Literal["cold_room", "freezer", "milk_tank", "other", "refrigerator"]

LIST_EQUIPMENT_KIND_TYPE_0_VALUES: set[ListEquipmentKindType0] = {
    "cold_room",
    "freezer",
    "milk_tank",
    "other",
    "refrigerator",
}


def check_list_equipment_kind_type_0(value: str) -> ListEquipmentKindType0:
    if value in LIST_EQUIPMENT_KIND_TYPE_0_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {LIST_EQUIPMENT_KIND_TYPE_0_VALUES!r}")
