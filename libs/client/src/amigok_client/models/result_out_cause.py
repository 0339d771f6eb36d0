from typing import Literal

ResultOutCause = Literal["appeal", "end", "suspicion"]

RESULT_OUT_CAUSE_VALUES: set[ResultOutCause] = {
    "appeal",
    "end",
    "suspicion",
}


def check_result_out_cause(value: str) -> ResultOutCause:
    if value in RESULT_OUT_CAUSE_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {RESULT_OUT_CAUSE_VALUES!r}")
