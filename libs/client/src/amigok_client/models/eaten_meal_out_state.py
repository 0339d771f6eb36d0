from typing import Literal

EatenMealOutState = Literal["fed", "missed", "partly", "refused"]

EATEN_MEAL_OUT_STATE_VALUES: set[EatenMealOutState] = {
    "fed",
    "missed",
    "partly",
    "refused",
}


def check_eaten_meal_out_state(value: str) -> EatenMealOutState:
    if value in EATEN_MEAL_OUT_STATE_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {EATEN_MEAL_OUT_STATE_VALUES!r}")
