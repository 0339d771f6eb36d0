from typing import Literal

FarmDeviceOutStatus = Literal["offline", "online", "revoked", "waiting"]

FARM_DEVICE_OUT_STATUS_VALUES: set[FarmDeviceOutStatus] = {
    "offline",
    "online",
    "revoked",
    "waiting",
}


def check_farm_device_out_status(value: str) -> FarmDeviceOutStatus:
    if value in FARM_DEVICE_OUT_STATUS_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {FARM_DEVICE_OUT_STATUS_VALUES!r}")
