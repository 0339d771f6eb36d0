from typing import Literal

ListUsersStatusType0 = Literal["active", "deactivated", "deleted"]

LIST_USERS_STATUS_TYPE_0_VALUES: set[ListUsersStatusType0] = {
    "active",
    "deactivated",
    "deleted",
}


def check_list_users_status_type_0(value: str) -> ListUsersStatusType0:
    if value in LIST_USERS_STATUS_TYPE_0_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {LIST_USERS_STATUS_TYPE_0_VALUES!r}")
