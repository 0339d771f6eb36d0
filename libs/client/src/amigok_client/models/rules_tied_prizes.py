from typing import Literal

RulesTiedPrizes = Literal["each", "split"]

RULES_TIED_PRIZES_VALUES: set[RulesTiedPrizes] = {
    "each",
    "split",
}


def check_rules_tied_prizes(value: str) -> RulesTiedPrizes:
    if value in RULES_TIED_PRIZES_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {RULES_TIED_PRIZES_VALUES!r}")
