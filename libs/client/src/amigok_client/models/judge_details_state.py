from typing import Literal

JudgeDetailsState = Literal["accepted", "declined", "invited", "removed"]

JUDGE_DETAILS_STATE_VALUES: set[JudgeDetailsState] = {
    "accepted",
    "declined",
    "invited",
    "removed",
}


def check_judge_details_state(value: str) -> JudgeDetailsState:
    if value in JUDGE_DETAILS_STATE_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {JUDGE_DETAILS_STATE_VALUES!r}")
