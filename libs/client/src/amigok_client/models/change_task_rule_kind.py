from typing import Literal

ChangeTaskRuleKind = Literal["clean", "exercise", "feed", "health_check", "vaccination"]

CHANGE_TASK_RULE_KIND_VALUES: set[ChangeTaskRuleKind] = {
    "clean",
    "exercise",
    "feed",
    "health_check",
    "vaccination",
}


def check_change_task_rule_kind(value: str) -> ChangeTaskRuleKind:
    if value in CHANGE_TASK_RULE_KIND_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {CHANGE_TASK_RULE_KIND_VALUES!r}")
