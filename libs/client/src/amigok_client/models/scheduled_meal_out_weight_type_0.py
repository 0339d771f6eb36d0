from typing import Literal

ScheduledMealOutWeightType0 = Literal["estimated", "measured", "unknown"]

SCHEDULED_MEAL_OUT_WEIGHT_TYPE_0_VALUES: set[ScheduledMealOutWeightType0] = {
    "estimated",
    "measured",
    "unknown",
}


def check_scheduled_meal_out_weight_type_0(value: str) -> ScheduledMealOutWeightType0:
    if value in SCHEDULED_MEAL_OUT_WEIGHT_TYPE_0_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {SCHEDULED_MEAL_OUT_WEIGHT_TYPE_0_VALUES!r}")
