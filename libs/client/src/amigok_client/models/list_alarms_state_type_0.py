from typing import Literal

ListAlarmsStateType0 = Literal["acknowledged", "ended", "raised", "withdrawn"]

LIST_ALARMS_STATE_TYPE_0_VALUES: set[ListAlarmsStateType0] = {
    "acknowledged",
    "ended",
    "raised",
    "withdrawn",
}


def check_list_alarms_state_type_0(value: str) -> ListAlarmsStateType0:
    if value in LIST_ALARMS_STATE_TYPE_0_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {LIST_ALARMS_STATE_TYPE_0_VALUES!r}")
