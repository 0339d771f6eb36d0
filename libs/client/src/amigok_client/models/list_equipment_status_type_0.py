from typing import Literal

ListEquipmentStatusType0 = Literal["maintenance", "off", "on"]

LIST_EQUIPMENT_STATUS_TYPE_0_VALUES: set[ListEquipmentStatusType0] = {
    "maintenance",
    "off",
    "on",
}


def check_list_equipment_status_type_0(value: str) -> ListEquipmentStatusType0:
    if value in LIST_EQUIPMENT_STATUS_TYPE_0_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {LIST_EQUIPMENT_STATUS_TYPE_0_VALUES!r}")
