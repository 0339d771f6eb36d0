from typing import Literal

RefundOutOrigin = Literal["platform", "provider"]

REFUND_OUT_ORIGIN_VALUES: set[RefundOutOrigin] = {
    "platform",
    "provider",
}


def check_refund_out_origin(value: str) -> RefundOutOrigin:
    if value in REFUND_OUT_ORIGIN_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {REFUND_OUT_ORIGIN_VALUES!r}")
