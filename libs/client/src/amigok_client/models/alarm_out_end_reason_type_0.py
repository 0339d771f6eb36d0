from typing import Literal

AlarmOutEndReasonType0 = Literal["cleared", "out_of_scope", "rule_changed", "rule_retired"]

ALARM_OUT_END_REASON_TYPE_0_VALUES: set[AlarmOutEndReasonType0] = {
    "cleared",
    "out_of_scope",
    "rule_changed",
    "rule_retired",
}


def check_alarm_out_end_reason_type_0(value: str) -> AlarmOutEndReasonType0:
    if value in ALARM_OUT_END_REASON_TYPE_0_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {ALARM_OUT_END_REASON_TYPE_0_VALUES!r}")
