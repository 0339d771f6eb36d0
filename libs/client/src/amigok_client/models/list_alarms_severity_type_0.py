from typing import Literal

ListAlarmsSeverityType0 = Literal["critical", "info", "warning"]

LIST_ALARMS_SEVERITY_TYPE_0_VALUES: set[ListAlarmsSeverityType0] = {
    "critical",
    "info",
    "warning",
}


def check_list_alarms_severity_type_0(value: str) -> ListAlarmsSeverityType0:
    if value in LIST_ALARMS_SEVERITY_TYPE_0_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {LIST_ALARMS_SEVERITY_TYPE_0_VALUES!r}")
