from typing import Literal

DeviceDetailsStatus = Literal["offline", "online", "revoked", "waiting"]

DEVICE_DETAILS_STATUS_VALUES: set[DeviceDetailsStatus] = {
    "offline",
    "online",
    "revoked",
    "waiting",
}


def check_device_details_status(value: str) -> DeviceDetailsStatus:
    if value in DEVICE_DETAILS_STATUS_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {DEVICE_DETAILS_STATUS_VALUES!r}")
