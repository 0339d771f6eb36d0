from typing import Literal

ListOrdersStateType0 = Literal[
    "cancelled", "completed", "confirmed", "contested", "escrowed", "pending", "processing", "refunded"
]

LIST_ORDERS_STATE_TYPE_0_VALUES: set[ListOrdersStateType0] = {
    "cancelled",
    "completed",
    "confirmed",
    "contested",
    "escrowed",
    "pending",
    "processing",
    "refunded",
}


def check_list_orders_state_type_0(value: str) -> ListOrdersStateType0:
    if value in LIST_ORDERS_STATE_TYPE_0_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {LIST_ORDERS_STATE_TYPE_0_VALUES!r}")
