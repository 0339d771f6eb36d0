from typing import Literal

ListExcursionsStateType0 = Literal["ended", "open", "withdrawn"]

LIST_EXCURSIONS_STATE_TYPE_0_VALUES: set[ListExcursionsStateType0] = {
    "ended",
    "open",
    "withdrawn",
}


def check_list_excursions_state_type_0(value: str) -> ListExcursionsStateType0:
    if value in LIST_EXCURSIONS_STATE_TYPE_0_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {LIST_EXCURSIONS_STATE_TYPE_0_VALUES!r}")
