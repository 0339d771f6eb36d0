from typing import Literal

VaccinationOutState = Literal["given", "left", "missed", "planned", "requested"]

VACCINATION_OUT_STATE_VALUES: set[VaccinationOutState] = {
    "given",
    "left",
    "missed",
    "planned",
    "requested",
}


def check_vaccination_out_state(value: str) -> VaccinationOutState:
    if value in VACCINATION_OUT_STATE_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {VACCINATION_OUT_STATE_VALUES!r}")
