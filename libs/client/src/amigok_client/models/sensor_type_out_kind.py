from typing import Literal

SensorTypeOutKind = Literal["counter", "gauge", "state"]

SENSOR_TYPE_OUT_KIND_VALUES: set[SensorTypeOutKind] = {
    "counter",
    "gauge",
    "state",
}


def check_sensor_type_out_kind(value: str) -> SensorTypeOutKind:
    if value in SENSOR_TYPE_OUT_KIND_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {SENSOR_TYPE_OUT_KIND_VALUES!r}")
