from typing import Literal

AlarmOutSeverity = Literal["critical", "info", "warning"]

ALARM_OUT_SEVERITY_VALUES: set[AlarmOutSeverity] = {
    "critical",
    "info",
    "warning",
}


def check_alarm_out_severity(value: str) -> AlarmOutSeverity:
    if value in ALARM_OUT_SEVERITY_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {ALARM_OUT_SEVERITY_VALUES!r}")
