from typing import Literal

RuleOutKind = Literal["above", "below", "falling", "rising", "silence"]

RULE_OUT_KIND_VALUES: set[RuleOutKind] = {
    "above",
    "below",
    "falling",
    "rising",
    "silence",
}


def check_rule_out_kind(value: str) -> RuleOutKind:
    if value in RULE_OUT_KIND_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {RULE_OUT_KIND_VALUES!r}")
