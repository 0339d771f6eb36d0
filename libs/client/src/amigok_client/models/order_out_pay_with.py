from typing import Literal

OrderOutPayWith = Literal["payment", "wallet"]

ORDER_OUT_PAY_WITH_VALUES: set[OrderOutPayWith] = {
    "payment",
    "wallet",
}


def check_order_out_pay_with(value: str) -> OrderOutPayWith:
    if value in ORDER_OUT_PAY_WITH_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {ORDER_OUT_PAY_WITH_VALUES!r}")
