from typing import Literal

ComplaintInRefundTo = Literal["provider", "wallet"]

COMPLAINT_IN_REFUND_TO_VALUES: set[ComplaintInRefundTo] = {
    "provider",
    "wallet",
}


def check_complaint_in_refund_to(value: str) -> ComplaintInRefundTo:
    if value in COMPLAINT_IN_REFUND_TO_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {COMPLAINT_IN_REFUND_TO_VALUES!r}")
