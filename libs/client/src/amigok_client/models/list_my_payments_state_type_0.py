from typing import Literal

ListMyPaymentsStateType0 = Literal[
    "cancelled", "completed", "created", "declined", "processing", "requires_action", "unknown"
]

LIST_MY_PAYMENTS_STATE_TYPE_0_VALUES: set[ListMyPaymentsStateType0] = {
    "cancelled",
    "completed",
    "created",
    "declined",
    "processing",
    "requires_action",
    "unknown",
}


def check_list_my_payments_state_type_0(value: str) -> ListMyPaymentsStateType0:
    if value in LIST_MY_PAYMENTS_STATE_TYPE_0_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {LIST_MY_PAYMENTS_STATE_TYPE_0_VALUES!r}")
