from typing import Literal

AlarmOutKind = Literal["above", "below", "falling", "rising", "silence"]

ALARM_OUT_KIND_VALUES: set[AlarmOutKind] = {
    "above",
    "below",
    "falling",
    "rising",
    "silence",
}


def check_alarm_out_kind(value: str) -> AlarmOutKind:
    if value in ALARM_OUT_KIND_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {ALARM_OUT_KIND_VALUES!r}")
