from typing import Literal

ListSeasonsKindType0 = Literal["ever", "month", "week"]

LIST_SEASONS_KIND_TYPE_0_VALUES: set[ListSeasonsKindType0] = {
    "ever",
    "month",
    "week",
}


def check_list_seasons_kind_type_0(value: str) -> ListSeasonsKindType0:
    if value in LIST_SEASONS_KIND_TYPE_0_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {LIST_SEASONS_KIND_TYPE_0_VALUES!r}")
