from typing import Literal

ObservationOutWhat = Literal["care", "death", "meal", "weighing"]

OBSERVATION_OUT_WHAT_VALUES: set[ObservationOutWhat] = {
    "care",
    "death",
    "meal",
    "weighing",
}


def check_observation_out_what(value: str) -> ObservationOutWhat:
    if value in OBSERVATION_OUT_WHAT_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {OBSERVATION_OUT_WHAT_VALUES!r}")
