from typing import Literal

EquipmentOutStatus = Literal["maintenance", "off", "on"]

EQUIPMENT_OUT_STATUS_VALUES: set[EquipmentOutStatus] = {
    "maintenance",
    "off",
    "on",
}


def check_equipment_out_status(value: str) -> EquipmentOutStatus:
    if value in EQUIPMENT_OUT_STATUS_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {EQUIPMENT_OUT_STATUS_VALUES!r}")
