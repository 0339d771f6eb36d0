from typing import Literal

ListAllContestsTypeType0 = Literal["beauty", "consistency", "custom", "profit", "weight_gain"]

LIST_ALL_CONTESTS_TYPE_TYPE_0_VALUES: set[ListAllContestsTypeType0] = {
    "beauty",
    "consistency",
    "custom",
    "profit",
    "weight_gain",
}


def check_list_all_contests_type_type_0(value: str) -> ListAllContestsTypeType0:
    if value in LIST_ALL_CONTESTS_TYPE_TYPE_0_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {LIST_ALL_CONTESTS_TYPE_TYPE_0_VALUES!r}")
