from typing import Literal

ListPaymentsStateType0 = Literal[
    "cancelled", "completed", "created", "declined", "processing", "requires_action", "unknown"
]

LIST_PAYMENTS_STATE_TYPE_0_VALUES: set[ListPaymentsStateType0] = {
    "cancelled",
    "completed",
    "created",
    "declined",
    "processing",
    "requires_action",
    "unknown",
}


def check_list_payments_state_type_0(value: str) -> ListPaymentsStateType0:
    if value in LIST_PAYMENTS_STATE_TYPE_0_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {LIST_PAYMENTS_STATE_TYPE_0_VALUES!r}")
