from typing import Literal

StatusChangeOutStatusType0 = Literal["maintenance", "off", "on"]

STATUS_CHANGE_OUT_STATUS_TYPE_0_VALUES: set[StatusChangeOutStatusType0] = {
    "maintenance",
    "off",
    "on",
}


def check_status_change_out_status_type_0(value: str) -> StatusChangeOutStatusType0:
    if value in STATUS_CHANGE_OUT_STATUS_TYPE_0_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {STATUS_CHANGE_OUT_STATUS_TYPE_0_VALUES!r}")
