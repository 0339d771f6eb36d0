from typing import Literal

ListParticipantsStateType0 = Literal[
    "admitted", "cancelled", "competing", "disqualified", "lost", "refused", "registered", "withdrawn"
]

LIST_PARTICIPANTS_STATE_TYPE_0_VALUES: set[ListParticipantsStateType0] = {
    "admitted",
    "cancelled",
    "competing",
    "disqualified",
    "lost",
    "refused",
    "registered",
    "withdrawn",
}


def check_list_participants_state_type_0(value: str) -> ListParticipantsStateType0:
    if value in LIST_PARTICIPANTS_STATE_TYPE_0_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {LIST_PARTICIPANTS_STATE_TYPE_0_VALUES!r}")
