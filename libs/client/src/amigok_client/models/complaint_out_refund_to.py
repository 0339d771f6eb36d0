from typing import Literal

ComplaintOutRefundTo = Literal["provider", "wallet"]

COMPLAINT_OUT_REFUND_TO_VALUES: set[ComplaintOutRefundTo] = {
    "provider",
    "wallet",
}


def check_complaint_out_refund_to(value: str) -> ComplaintOutRefundTo:
    if value in COMPLAINT_OUT_REFUND_TO_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {COMPLAINT_OUT_REFUND_TO_VALUES!r}")
