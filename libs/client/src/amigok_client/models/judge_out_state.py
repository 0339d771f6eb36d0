from typing import Literal

JudgeOutState = Literal["accepted", "declined", "invited", "removed"]

JUDGE_OUT_STATE_VALUES: set[JudgeOutState] = {
    "accepted",
    "declined",
    "invited",
    "removed",
}


def check_judge_out_state(value: str) -> JudgeOutState:
    if value in JUDGE_OUT_STATE_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {JUDGE_OUT_STATE_VALUES!r}")
