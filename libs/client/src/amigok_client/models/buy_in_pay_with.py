from typing import Literal

BuyInPayWith = Literal["payment", "wallet"]

BUY_IN_PAY_WITH_VALUES: set[BuyInPayWith] = {
    "payment",
    "wallet",
}


def check_buy_in_pay_with(value: str) -> BuyInPayWith:
    if value in BUY_IN_PAY_WITH_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {BUY_IN_PAY_WITH_VALUES!r}")
