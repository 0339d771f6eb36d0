from typing import Literal

SuspicionDecisionInDecision = Literal["cleared", "upheld"]

SUSPICION_DECISION_IN_DECISION_VALUES: set[SuspicionDecisionInDecision] = {
    "cleared",
    "upheld",
}


def check_suspicion_decision_in_decision(value: str) -> SuspicionDecisionInDecision:
    if value in SUSPICION_DECISION_IN_DECISION_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {SUSPICION_DECISION_IN_DECISION_VALUES!r}")
