from typing import Literal

OrderOutSide = Literal["administrator", "buyer", "seller"]

ORDER_OUT_SIDE_VALUES: set[OrderOutSide] = {
    "administrator",
    "buyer",
    "seller",
}


def check_order_out_side(value: str) -> OrderOutSide:
    if value in ORDER_OUT_SIDE_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {ORDER_OUT_SIDE_VALUES!r}")
