from typing import Literal

ActOutAction = Literal["cleared", "placed"]

ACT_OUT_ACTION_VALUES: set[ActOutAction] = {
    "cleared",
    "placed",
}


def check_act_out_action(value: str) -> ActOutAction:
    if value in ACT_OUT_ACTION_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {ACT_OUT_ACTION_VALUES!r}")
