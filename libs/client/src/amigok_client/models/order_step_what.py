from typing import Literal

OrderStepWhat = Literal[
    "abandon",
    "answer",
    "cancel",
    "complete",
    "confirm",
    "contest",
    "decide",
    "escrow",
    "fulfil",
    "place",
    "receive",
    "release",
    "reopen",
    "resume",
    "undo",
]

ORDER_STEP_WHAT_VALUES: set[OrderStepWhat] = {
    "abandon",
    "answer",
    "cancel",
    "complete",
    "confirm",
    "contest",
    "decide",
    "escrow",
    "fulfil",
    "place",
    "receive",
    "release",
    "reopen",
    "resume",
    "undo",
}


def check_order_step_what(value: str) -> OrderStepWhat:
    if value in ORDER_STEP_WHAT_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {ORDER_STEP_WHAT_VALUES!r}")
