from typing import Literal

ExplainPerformanceScope = Literal["farm", "mine", "platform"]

EXPLAIN_PERFORMANCE_SCOPE_VALUES: set[ExplainPerformanceScope] = {
    "farm",
    "mine",
    "platform",
}


def check_explain_performance_scope(value: str) -> ExplainPerformanceScope:
    if value in EXPLAIN_PERFORMANCE_SCOPE_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {EXPLAIN_PERFORMANCE_SCOPE_VALUES!r}")
