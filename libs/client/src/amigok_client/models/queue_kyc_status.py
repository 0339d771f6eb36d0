from typing import Literal

QueueKycStatus = Literal["approved", "pending", "rejected", "withdrawn"]

QUEUE_KYC_STATUS_VALUES: set[QueueKycStatus] = {
    "approved",
    "pending",
    "rejected",
    "withdrawn",
}


def check_queue_kyc_status(value: str) -> QueueKycStatus:
    if value in QUEUE_KYC_STATUS_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {QUEUE_KYC_STATUS_VALUES!r}")
