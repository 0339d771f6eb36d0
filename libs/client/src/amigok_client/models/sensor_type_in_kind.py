from typing import Literal

SensorTypeInKind = Literal["counter", "gauge", "state"]

SENSOR_TYPE_IN_KIND_VALUES: set[SensorTypeInKind] = {
    "counter",
    "gauge",
    "state",
}


def check_sensor_type_in_kind(value: str) -> SensorTypeInKind:
    if value in SENSOR_TYPE_IN_KIND_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {SENSOR_TYPE_IN_KIND_VALUES!r}")
