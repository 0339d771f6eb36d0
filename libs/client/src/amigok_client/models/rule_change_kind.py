from typing import Literal

RuleChangeKind = Literal["above", "below", "falling", "rising", "silence"]

RULE_CHANGE_KIND_VALUES: set[RuleChangeKind] = {
    "above",
    "below",
    "falling",
    "rising",
    "silence",
}


def check_rule_change_kind(value: str) -> RuleChangeKind:
    if value in RULE_CHANGE_KIND_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {RULE_CHANGE_KIND_VALUES!r}")
