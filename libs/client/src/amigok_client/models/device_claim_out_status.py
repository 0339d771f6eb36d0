from typing import Literal

DeviceClaimOutStatus = Literal["offline", "online", "revoked", "waiting"]

DEVICE_CLAIM_OUT_STATUS_VALUES: set[DeviceClaimOutStatus] = {
    "offline",
    "online",
    "revoked",
    "waiting",
}


def check_device_claim_out_status(value: str) -> DeviceClaimOutStatus:
    if value in DEVICE_CLAIM_OUT_STATUS_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {DEVICE_CLAIM_OUT_STATUS_VALUES!r}")
