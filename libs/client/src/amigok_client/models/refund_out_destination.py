from typing import Literal

RefundOutDestination = Literal["provider", "wallet"]

REFUND_OUT_DESTINATION_VALUES: set[RefundOutDestination] = {
    "provider",
    "wallet",
}


def check_refund_out_destination(value: str) -> RefundOutDestination:
    if value in REFUND_OUT_DESTINATION_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {REFUND_OUT_DESTINATION_VALUES!r}")
