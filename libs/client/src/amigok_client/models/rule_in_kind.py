from typing import Literal

RuleInKind = Literal["above", "below", "falling", "rising", "silence"]

RULE_IN_KIND_VALUES: set[RuleInKind] = {
    "above",
    "below",
    "falling",
    "rising",
    "silence",
}


def check_rule_in_kind(value: str) -> RuleInKind:
    if value in RULE_IN_KIND_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {RULE_IN_KIND_VALUES!r}")
