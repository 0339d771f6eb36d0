from typing import Literal

RulesTies = Literal["first_registered", "shared"]

RULES_TIES_VALUES: set[RulesTies] = {
    "first_registered",
    "shared",
}


def check_rules_ties(value: str) -> RulesTies:
    if value in RULES_TIES_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {RULES_TIES_VALUES!r}")
