from typing import Literal

SettlementOutProvider = Literal["paypal", "stripe", "wallet"]

SETTLEMENT_OUT_PROVIDER_VALUES: set[SettlementOutProvider] = {
    "paypal",
    "stripe",
    "wallet",
}


def check_settlement_out_provider(value: str) -> SettlementOutProvider:
    if value in SETTLEMENT_OUT_PROVIDER_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {SETTLEMENT_OUT_PROVIDER_VALUES!r}")
