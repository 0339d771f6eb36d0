from typing import Literal

ListPayoutsStateType0 = Literal[
    "completed", "failed", "paid_after_all", "processing", "requested", "returned", "unknown"
]

LIST_PAYOUTS_STATE_TYPE_0_VALUES: set[ListPayoutsStateType0] = {
    "completed",
    "failed",
    "paid_after_all",
    "processing",
    "requested",
    "returned",
    "unknown",
}


def check_list_payouts_state_type_0(value: str) -> ListPayoutsStateType0:
    if value in LIST_PAYOUTS_STATE_TYPE_0_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {LIST_PAYOUTS_STATE_TYPE_0_VALUES!r}")
