from typing import Literal

PayoutOutProvider = Literal["paypal", "stripe", "wallet"]

PAYOUT_OUT_PROVIDER_VALUES: set[PayoutOutProvider] = {
    "paypal",
    "stripe",
    "wallet",
}


def check_payout_out_provider(value: str) -> PayoutOutProvider:
    if value in PAYOUT_OUT_PROVIDER_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {PAYOUT_OUT_PROVIDER_VALUES!r}")
