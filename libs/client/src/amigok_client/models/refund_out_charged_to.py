from typing import Literal

RefundOutChargedTo = Literal["platform", "user"]

REFUND_OUT_CHARGED_TO_VALUES: set[RefundOutChargedTo] = {
    "platform",
    "user",
}


def check_refund_out_charged_to(value: str) -> RefundOutChargedTo:
    if value in REFUND_OUT_CHARGED_TO_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {REFUND_OUT_CHARGED_TO_VALUES!r}")
