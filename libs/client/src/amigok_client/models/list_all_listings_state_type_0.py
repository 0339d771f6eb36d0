from typing import Literal

ListAllListingsStateType0 = Literal["draft", "expired", "live", "removed", "reserved", "sold", "taken_down"]

LIST_ALL_LISTINGS_STATE_TYPE_0_VALUES: set[ListAllListingsStateType0] = {
    "draft",
    "expired",
    "live",
    "removed",
    "reserved",
    "sold",
    "taken_down",
}


def check_list_all_listings_state_type_0(value: str) -> ListAllListingsStateType0:
    if value in LIST_ALL_LISTINGS_STATE_TYPE_0_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {LIST_ALL_LISTINGS_STATE_TYPE_0_VALUES!r}")
