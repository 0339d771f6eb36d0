from typing import Literal

ListContestsTypeType0 = Literal["beauty", "consistency", "custom", "profit", "weight_gain"]

LIST_CONTESTS_TYPE_TYPE_0_VALUES: set[ListContestsTypeType0] = {
    "beauty",
    "consistency",
    "custom",
    "profit",
    "weight_gain",
}


def check_list_contests_type_type_0(value: str) -> ListContestsTypeType0:
    if value in LIST_CONTESTS_TYPE_TYPE_0_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {LIST_CONTESTS_TYPE_TYPE_0_VALUES!r}")
