from typing import Literal

FeedingTaskOutWeightType0 = Literal["estimated", "measured", "unknown"]

FEEDING_TASK_OUT_WEIGHT_TYPE_0_VALUES: set[FeedingTaskOutWeightType0] = {
    "estimated",
    "measured",
    "unknown",
}


def check_feeding_task_out_weight_type_0(value: str) -> FeedingTaskOutWeightType0:
    if value in FEEDING_TASK_OUT_WEIGHT_TYPE_0_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {FEEDING_TASK_OUT_WEIGHT_TYPE_0_VALUES!r}")
