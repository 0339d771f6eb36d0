from typing import Literal

RuleChangeSeverity = Literal["critical", "info", "warning"]

RULE_CHANGE_SEVERITY_VALUES: set[RuleChangeSeverity] = {
    "critical",
    "info",
    "warning",
}


def check_rule_change_severity(value: str) -> RuleChangeSeverity:
    if value in RULE_CHANGE_SEVERITY_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {RULE_CHANGE_SEVERITY_VALUES!r}")
