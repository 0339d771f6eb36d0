from typing import Literal

TaskRuleOutKind = Literal["clean", "exercise", "feed", "health_check", "vaccination"]

TASK_RULE_OUT_KIND_VALUES: set[TaskRuleOutKind] = {
    "clean",
    "exercise",
    "feed",
    "health_check",
    "vaccination",
}


def check_task_rule_out_kind(value: str) -> TaskRuleOutKind:
    if value in TASK_RULE_OUT_KIND_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {TASK_RULE_OUT_KIND_VALUES!r}")
