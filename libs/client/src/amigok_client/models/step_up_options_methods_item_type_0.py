from typing import Literal

StepUpOptionsMethodsItemType0 = Literal["code", "passkey", "recovery_code"]

STEP_UP_OPTIONS_METHODS_ITEM_TYPE_0_VALUES: set[StepUpOptionsMethodsItemType0] = {
    "code",
    "passkey",
    "recovery_code",
}


def check_step_up_options_methods_item_type_0(value: str) -> StepUpOptionsMethodsItemType0:
    if value in STEP_UP_OPTIONS_METHODS_ITEM_TYPE_0_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {STEP_UP_OPTIONS_METHODS_ITEM_TYPE_0_VALUES!r}")
