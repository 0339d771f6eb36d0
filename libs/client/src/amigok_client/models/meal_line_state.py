from typing import Literal

MealLineState = Literal["fed", "missed", "partly", "planned", "refused", "void"]

MEAL_LINE_STATE_VALUES: set[MealLineState] = {
    "fed",
    "missed",
    "partly",
    "planned",
    "refused",
    "void",
}


def check_meal_line_state(value: str) -> MealLineState:
    if value in MEAL_LINE_STATE_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {MEAL_LINE_STATE_VALUES!r}")
