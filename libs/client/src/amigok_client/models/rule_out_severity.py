from typing import Literal

RuleOutSeverity = Literal["critical", "info", "warning"]

RULE_OUT_SEVERITY_VALUES: set[RuleOutSeverity] = {
    "critical",
    "info",
    "warning",
}


def check_rule_out_severity(value: str) -> RuleOutSeverity:
    if value in RULE_OUT_SEVERITY_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {RULE_OUT_SEVERITY_VALUES!r}")
