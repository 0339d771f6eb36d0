from typing import Literal

SecondFactorOutMethodsItem = Literal["code", "passkey", "recovery_code"]

SECOND_FACTOR_OUT_METHODS_ITEM_VALUES: set[SecondFactorOutMethodsItem] = {
    "code",
    "passkey",
    "recovery_code",
}


def check_second_factor_out_methods_item(value: str) -> SecondFactorOutMethodsItem:
    if value in SECOND_FACTOR_OUT_METHODS_ITEM_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {SECOND_FACTOR_OUT_METHODS_ITEM_VALUES!r}")
