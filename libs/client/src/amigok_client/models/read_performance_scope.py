from typing import Literal

ReadPerformanceScope = Literal["farm", "mine", "platform"]

READ_PERFORMANCE_SCOPE_VALUES: set[ReadPerformanceScope] = {
    "farm",
    "mine",
    "platform",
}


def check_read_performance_scope(value: str) -> ReadPerformanceScope:
    if value in READ_PERFORMANCE_SCOPE_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {READ_PERFORMANCE_SCOPE_VALUES!r}")
