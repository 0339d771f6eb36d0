from typing import Literal

OfferedOutMethodsItem = Literal["bank_transfer", "card", "crypto", "paypal", "wallet"]

OFFERED_OUT_METHODS_ITEM_VALUES: set[OfferedOutMethodsItem] = {
    "bank_transfer",
    "card",
    "crypto",
    "paypal",
    "wallet",
}


def check_offered_out_methods_item(value: str) -> OfferedOutMethodsItem:
    if value in OFFERED_OUT_METHODS_ITEM_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {OFFERED_OUT_METHODS_ITEM_VALUES!r}")
