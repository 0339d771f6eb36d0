from typing import Literal

SuspicionOutKind = Literal["judges_agree", "linked_accounts", "linked_judge", "partial_weigher", "wash_trade"]

SUSPICION_OUT_KIND_VALUES: set[SuspicionOutKind] = {
    "judges_agree",
    "linked_accounts",
    "linked_judge",
    "partial_weigher",
    "wash_trade",
}


def check_suspicion_out_kind(value: str) -> SuspicionOutKind:
    if value in SUSPICION_OUT_KIND_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {SUSPICION_OUT_KIND_VALUES!r}")
