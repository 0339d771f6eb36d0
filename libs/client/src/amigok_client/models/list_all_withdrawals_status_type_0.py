from typing import Literal

ListAllWithdrawalsStatusType0 = Literal[
    "approved",
    "approved_once",
    "cancelled",
    "completed",
    "failed",
    "paid_after_all",
    "rejected",
    "requested",
    "returned",
]

LIST_ALL_WITHDRAWALS_STATUS_TYPE_0_VALUES: set[ListAllWithdrawalsStatusType0] = {
    "approved",
    "approved_once",
    "cancelled",
    "completed",
    "failed",
    "paid_after_all",
    "rejected",
    "requested",
    "returned",
}


def check_list_all_withdrawals_status_type_0(value: str) -> ListAllWithdrawalsStatusType0:
    if value in LIST_ALL_WITHDRAWALS_STATUS_TYPE_0_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {LIST_ALL_WITHDRAWALS_STATUS_TYPE_0_VALUES!r}")
