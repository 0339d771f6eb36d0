from typing import Literal

RuleInSeverity = Literal["critical", "info", "warning"]

RULE_IN_SEVERITY_VALUES: set[RuleInSeverity] = {
    "critical",
    "info",
    "warning",
}


def check_rule_in_severity(value: str) -> RuleInSeverity:
    if value in RULE_IN_SEVERITY_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {RULE_IN_SEVERITY_VALUES!r}")
