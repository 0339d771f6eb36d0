from typing import Literal

OrderStepBy = Literal["administrator", "buyer", "platform", "seller"]

ORDER_STEP_BY_VALUES: set[OrderStepBy] = {
    "administrator",
    "buyer",
    "platform",
    "seller",
}


def check_order_step_by(value: str) -> OrderStepBy:
    if value in ORDER_STEP_BY_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {ORDER_STEP_BY_VALUES!r}")
